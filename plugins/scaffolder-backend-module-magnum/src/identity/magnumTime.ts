const ZONE = /(Z|[+-]\d\d:?\d\d)$/i;

/** Milliseconds since 1970 of a time of OpenStack, which is UTC without saying so. */
export function magnumTime(
  text: string | null | undefined,
): number | undefined {
  if (!text) {
    return undefined;
  }
  const time = Date.parse(ZONE.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time;
}
