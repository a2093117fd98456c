/** Milliseconds of an ISO time. */
export function millis(time: string | undefined): number | undefined {
  return time === undefined ? undefined : Date.parse(time);
}
