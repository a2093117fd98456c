const VERSION = /^v\d+(?:\.\d+)?$/;

/** The address of a service, with its version in it exactly once. */
export function withVersion(url: URL, version: string): string {
  const base = `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  const has = url.pathname.split('/').some(segment => VERSION.test(segment));
  return has ? base : `${base}/${version}`;
}
