/** Keystone lets Magnum make no trust. */
export function isTrustRefused(text: string): boolean {
  return /Failed to create trustee or trust/i.test(text);
}
