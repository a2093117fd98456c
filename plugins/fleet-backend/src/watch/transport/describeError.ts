/** What went wrong, in the words of the deepest cause that has any. */
export function describeError(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) {
    const messages = error.errors.map(describeError);
    return [...new Set(messages)].join('; ');
  }
  if (!(error instanceof Error)) {
    return String(error);
  }
  const own = error.message || error.name;
  const cause = error.cause ? describeError(error.cause) : undefined;
  return cause && !own.includes(cause) ? `${own}: ${cause}` : own;
}
