import { recordOf } from './recordOf';

/**
 * The texts of an object of texts (labels, annotations) at a path of JSON that
 * nobody vouches for; what is no text is left out.
 *
 * @public
 */
export function textsOf(
  value: unknown,
  ...path: string[]
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(recordOf(value, ...path)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
