/**
 * The address of a proxy, when there is one.
 *
 * @throws Error without the address, which may hold a password
 */
export function checkProxyUrl(url: string | undefined): string | undefined {
  if (!url) {
    return undefined;
  }
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new Error('proxyUrl is no http(s) address');
  }
  return url;
}
