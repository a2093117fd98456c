import { valueAt } from './valueAt';

/** A finite number at a path of JSON that nobody vouches for. @public */
export function numberOf(
  value: unknown,
  ...path: string[]
): number | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'number' && Number.isFinite(found)
    ? found
    : undefined;
}
