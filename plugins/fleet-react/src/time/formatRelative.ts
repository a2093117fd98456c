/** Clocks differ: what is this little ahead has just happened. */
const SKEW_SECONDS = 5;

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
  const exact = Math.trunc((time - options.now) / 1000);
  const seconds = exact > 0 && exact <= SKEW_SECONDS ? 0 : exact;
  const format = new Intl.RelativeTimeFormat(options.locale, {
    style: 'short',
    numeric: seconds === 0 ? 'auto' : 'always',
  });
  const [unit, length] = UNITS.find(
    ([, each]) => Math.abs(seconds) >= each,
  ) ?? ['second', 1];
  return format.format(Math.trunc(seconds / length), unit);
}
