import { millis } from './millis';

/** The newest of some ISO times, in milliseconds. */
export function newestOf(times: (string | undefined)[]): number | undefined {
  const known = times.flatMap(time => millis(time) ?? []);
  return known.length > 0 ? Math.max(...known) : undefined;
}
