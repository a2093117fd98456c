import { InputError } from '@backstage/errors';

/**
 * Path of segments that come from people. An empty one, or one that means the
 * segment before, would address something else than was meant.
 */
export function encodePath(segments: string[]): string {
  const bad = segments.find(segment => /^\s*\.{0,2}\s*$/.test(segment));
  if (bad !== undefined) {
    throw new InputError(`'${bad}' is no id or name of anything`);
  }
  return segments.map(encodeURIComponent).join('/');
}
