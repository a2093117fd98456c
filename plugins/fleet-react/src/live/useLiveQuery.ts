import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { LiveQuery, LiveQueryOptions, LiveQuerySnapshot } from './LiveQuery';

/** A question of a component, that is the same one while its key is. */
export interface LiveQueryQuestion<Page extends { revision: string }, State>
  extends LiveQueryOptions<Page, State> {
  key: string;
}

/**
 * The answer to a question, kept up to date. While a new question is answered
 * the old answer stays, marked stale.
 */
export function useLiveQuery<Page extends { revision: string }, State>(
  question: LiveQueryQuestion<Page, State>,
): LiveQuerySnapshot<State> & {
  isStale: boolean;
  query: LiveQuery<Page, State>;
} {
  const { connection, key } = question;
  const query = useMemo(
    () => LiveQuery.create(question),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for the rest
    [connection, key],
  );
  const snapshot = useSyncExternalStore(query.onSnapshot, query.getSnapshot);
  const previous = useRef<State>();

  useEffect(() => {
    if (snapshot.state !== undefined) {
      previous.current = snapshot.state;
    }
  }, [snapshot.state]);

  const isStale =
    snapshot.isLoading &&
    snapshot.state === undefined &&
    previous.current !== undefined;
  return isStale
    ? { state: previous.current, isLoading: false, isStale, query }
    : { ...snapshot, isStale: false, query };
}
