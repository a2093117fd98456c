const DAY_MS = 86_400_000;

/**
 * The date, with the hour where it is less than two days off.
 *
 * @public
 */
export function formatDate(time: string, locale: string): string {
  const at = Date.parse(time);
  if (Number.isNaN(at)) {
    return time;
  }
  const isNear = Math.abs(at - Date.now()) < 2 * DAY_MS;
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    ...(isNear && { timeStyle: 'short' }),
  }).format(at);
}
