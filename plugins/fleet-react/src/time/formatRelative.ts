/** Clocks differ: what is this little ahead has just happened. */
const SKEW_SECONDS = 5;

const DAY = 86_400;

/** Each with its length, and from where it is used: 89 days are not 2 months. */
const UNITS: [Intl.RelativeTimeFormatUnit, number, number][] = [
  ['year', 365 * DAY, 730 * DAY],
  ['month', 30 * DAY, 180 * DAY],
  ['day', DAY, DAY],
  ['hour', 3_600, 3_600],
  ['minute', 60, 60],
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
    ([, , from]) => Math.abs(seconds) >= from,
  ) ?? ['second', 1];
  return format.format(Math.trunc(seconds / length), unit);
}
