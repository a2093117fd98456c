/**
 * Milliseconds since 1970. Keystone means UTC, and leaves the `Z` out of the
 * expiry of tokens that end with an application credential.
 */
export function parseTime(text: unknown): number | undefined {
  if (typeof text !== 'string') {
    return undefined;
  }
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? undefined : time;
}
