const DAY_MS = 86_400_000;

/** `14:02` of today, with its date when it is longer ago. */
export function formatClock(
  time: number,
  options: { now: number; locale: string },
): string {
  const isRecent = Math.abs(options.now - time) < DAY_MS;
  return new Intl.DateTimeFormat(options.locale, {
    timeStyle: 'short',
    ...(isRecent ? {} : { dateStyle: 'medium' }),
  }).format(time);
}
