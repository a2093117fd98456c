import { STATUS_CODES } from 'node:http';
import { oneLine } from '@slipway/backstage-plugin-fleet-node';
import { wordsInHtml } from './wordsInHtml';
import { wordsInJson } from './wordsInJson';

/** In short why a service refused, whoever wrote the answer. */
export function readReason(answer: { status: number; text: string }): string {
  const text = answer.text.trim();
  const words = wordsInHtml(text) ?? wordsOf(text);
  return (
    oneLine(words ?? '') || STATUS_CODES[answer.status] || 'no reason was given'
  );
}

function wordsOf(text: string): string | undefined {
  try {
    return wordsInJson(JSON.parse(text));
  } catch {
    return text;
  }
}
