import { textOf } from '@slipway/backstage-plugin-fleet-node/engine';
import { LONGEST_WORDS } from './longestWords';

/** A text of a cloud. */
export function wordsAt(value: unknown, ...path: string[]): string | undefined {
  return (
    textOf(value, ...path)
      ?.trim()
      .slice(0, LONGEST_WORDS) || undefined
  );
}
