/** Something in the cloud is in use and keeps the cluster from being deleted. */
export function isDeletionBlocked(text: string): boolean {
  return /Faileddelete|Failed to delete|\bin use\b|\b409\b|Failed to pre-delete resources/i.test(
    text,
  );
}
