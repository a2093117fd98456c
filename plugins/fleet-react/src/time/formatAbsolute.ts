/** The moment itself, with the zone that the reader is in. */
export function formatAbsolute(time: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'long',
  }).format(time);
}
