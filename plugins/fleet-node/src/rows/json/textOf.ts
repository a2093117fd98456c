import { valueAt } from './valueAt';

/**
 * A text that is not empty, at a path of JSON that nobody vouches for:
 * `textOf(object, 'spec', 'issuerRef', 'name')`.
 *
 * @public
 */
export function textOf(value: unknown, ...path: string[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
