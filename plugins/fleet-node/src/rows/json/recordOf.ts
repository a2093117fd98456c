import { valueAt } from './valueAt';

/**
 * An object at a path of JSON that nobody vouches for; an empty one when there
 * is none.
 *
 * @public
 */
export function recordOf(
  value: unknown,
  ...path: string[]
): Readonly<Record<string, unknown>> {
  const found = valueAt(value, ...path);
  return typeof found === 'object' && found !== null && !Array.isArray(found)
    ? (found as Record<string, unknown>)
    : {};
}
