import { recordOf } from '@slipway/backstage-plugin-fleet-node/engine';
import { LONGEST_WORDS } from './longestWords';

/** Texts of a cloud by name, sorted; Python's truth values are texts as well. */
export function wordsOf(
  value: unknown,
  ...path: string[]
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(recordOf(value, ...path))
      .flatMap(([key, entry]): [string, string][] => {
        const words = textFrom(entry);
        return words === undefined
          ? []
          : [[key, words.slice(0, LONGEST_WORDS)]];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function textFrom(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value.trim();
    case 'boolean':
      return value ? 'True' : 'False';
    case 'number':
      return String(value);
    default:
      return undefined;
  }
}
