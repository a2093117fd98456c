/** Address of Keystone without its version, which some write and some do not. */
export function toBaseUrl(authUrl: string): string {
  const { origin, pathname } = new URL(authUrl);
  return `${origin}${pathname}`.replace(/\/+$/, '').replace(/\/v3$/, '');
}
