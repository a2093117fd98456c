/** Whether a text is about the proof of a name, not about the order itself. */
export function isAuthorizationError(text: string): boolean {
  return /authorization error|error accepting (?:authorization|challenge)/i.test(
    text,
  );
}
