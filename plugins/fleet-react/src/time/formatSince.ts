import { formatClock } from './formatClock';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** What follows "since": `11 sec`, `3 min`, then `09:14`, then with its date. */
export function formatSince(
  time: number,
  options: { now: number; locale: string },
): string {
  const age = Math.max(0, options.now - time);
  if (age >= HOUR_MS) {
    return formatClock(time, options);
  }
  const [unit, length] =
    age < MINUTE_MS ? ['second', 1_000] : ['minute', MINUTE_MS];
  return new Intl.NumberFormat(options.locale, {
    style: 'unit',
    unit: String(unit),
    unitDisplay: 'short',
  }).format(Math.floor(age / Number(length)));
}
