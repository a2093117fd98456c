const LONGEST = 1000;

/** What went wrong, in the words of the deepest cause that has any. */
export function describeError(error: unknown): string {
  return wordsOf(error).trim().slice(0, LONGEST);
}

function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) {
    const messages = error.errors.map(wordsOf);
    return [...new Set(messages)].join('; ');
  }
  if (!(error instanceof Error)) {
    return String(error);
  }
  const own = error.message || error.name;
  const cause = error.cause ? wordsOf(error.cause) : undefined;
  return cause && !own.includes(cause) ? `${own}: ${cause}` : own;
}
