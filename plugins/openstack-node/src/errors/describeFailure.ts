import { oneLine } from '@slipway/backstage-plugin-fleet-node';
import { fieldOf } from '../json/fieldOf';
import { textIn } from '../json/textIn';

/** Why there was no answer, and whether there may be one a little later. */
export function describeFailure(error: unknown): {
  reason: string;
  transient: boolean;
} {
  return {
    reason: oneLine(wordsOf(error)),
    transient: !codesOf(error).some(isLasting),
  };
}

/** Asking again makes no certificate valid and no answer smaller. */
function isLasting(code: string): boolean {
  return (
    /CERT|TLS|SSL|UNABLE_TO_/.test(code) ||
    code === 'AnswerTooLargeError' ||
    code === 'UND_ERR_INVALID_ARG'
  );
}

function codesOf(error: unknown): string[] {
  const cause = fieldOf(error, 'cause');
  return [
    textIn(error, 'code') ?? textIn(error, 'name') ?? '',
    ...(cause ? codesOf(cause) : []),
  ];
}

function wordsOf(error: unknown): string {
  // Of a name with several addresses each has failed.
  const errors = fieldOf(error, 'errors');
  if (Array.isArray(errors) && errors.length > 0) {
    return [...new Set(errors.map(wordsOf))].join('; ');
  }
  return textIn(error, 'message') ?? textIn(error, 'name') ?? String(error);
}
