import { oneLine } from '@slipway/backstage-plugin-fleet-node';
import { wordsInHtml } from './wordsInHtml';

const LONGEST = 120;

/** What an answer is when it is not the JSON that was expected. */
export function describeUnreadable(text: string): string {
  const trimmed = text.trim();
  if (!trimmed) {
    return 'the answer is empty';
  }
  return oneLine(
    wordsInHtml(trimmed) ??
      `the answer is not the JSON that was expected: ${trimmed.slice(
        0,
        LONGEST,
      )}`,
  );
}
