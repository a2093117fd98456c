const LATEST = 8.64e15;

/** ISO time of milliseconds, where there is such a time. */
export function isoOf(milliseconds: number | undefined): string | undefined {
  return milliseconds !== undefined && Math.abs(milliseconds) <= LATEST
    ? new Date(milliseconds).toISOString()
    : undefined;
}
