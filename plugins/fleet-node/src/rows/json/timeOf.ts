import { valueAt } from './valueAt';

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

/**
 * A time at a path of JSON that nobody vouches for, always with milliseconds and
 * in UTC, so that two of them compare as texts.
 *
 * @public
 */
export function timeOf(value: unknown, ...path: string[]): string | undefined {
  const found = valueAt(value, ...path);
  if (typeof found !== 'string' || !RFC_3339.test(found)) {
    return undefined;
  }
  const time = new Date(found);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
