/**
 * What is at a path of JSON that nobody vouches for, `undefined` when the path
 * leads nowhere.
 *
 * @public
 */
export function valueAt(value: unknown, ...path: string[]): unknown {
  let found = value;
  for (const step of path) {
    if (!isRecord(found) || !Object.hasOwn(found, step)) {
      return undefined;
    }
    found = found[step];
  }
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
