import { valueAt } from './valueAt';

/**
 * A list at a path of JSON that nobody vouches for; an empty one when there is
 * none.
 *
 * @public
 */
export function listOf(value: unknown, ...path: string[]): readonly unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}
