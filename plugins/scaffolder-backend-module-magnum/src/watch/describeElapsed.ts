/** For example `4 min of 60`; seconds in the first minute. */
export function describeElapsed(
  elapsedMs: number,
  timeoutMinutes?: number,
): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
  const elapsed =
    seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`;
  if (timeoutMinutes === undefined) {
    return elapsed;
  }
  return seconds < 60
    ? `${elapsed} of ${timeoutMinutes} min`
    : `${elapsed} of ${timeoutMinutes}`;
}
