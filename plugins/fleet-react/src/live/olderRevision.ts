/**
 * The older of two places in the stream, so that nothing between is missed:
 * what is told twice does no harm. Places are `<epoch>.<sequence>`; of two
 * epochs the second is taken, and the server says `reset`.
 */
export function olderRevision(first: string | undefined, second: string) {
  const [firstEpoch, firstSequence] = first?.split('.') ?? [];
  const [secondEpoch, secondSequence] = second.split('.');
  return firstEpoch === secondEpoch &&
    Number(firstSequence) < Number(secondSequence)
    ? first
    : second;
}
