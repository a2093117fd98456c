const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `3 min. ago`, `in 26 days`, in whole units. */
export function formatRelative(
  time: number,
  options: { now: number; locale: string },
): string {
  const seconds = Math.trunc((time - options.now) / 1000);
  const format = new Intl.RelativeTimeFormat(options.locale, {
    style: 'short',
    numeric: seconds === 0 ? 'auto' : 'always',
  });
  const [unit, length] = UNITS.find(
    ([, each]) => Math.abs(seconds) >= each,
  ) ?? ['second', 1];
  return format.format(Math.trunc(seconds / length), unit);
}
