import { oneLine } from './oneLine';

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
  if (!(error instanceof Error)) {
    return [];
  }
  const code = 'code' in error ? String(error.code) : error.name;
  return [code, ...codesOf(error.cause)];
}

function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) {
    return [...new Set(error.errors.map(wordsOf))].join('; ');
  }
  if (!(error instanceof Error)) {
    return String(error);
  }
  return error.message || error.name;
}
