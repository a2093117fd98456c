import { useState } from 'react';
import { FleetItems, FleetQuery } from '../../hooks';

/** Where the reader is among the pages of a list that changes meanwhile. */
export function usePages(
  query: FleetQuery,
  list: Pick<FleetItems, 'nextCursor'>,
) {
  // Cursors point forward only; a page opened by its link goes back to the first.
  const [before, setBefore] = useState<(string | undefined)[]>([]);
  const { cursor, setCursor } = query;
  const { nextCursor } = list;
  const hasNext = nextCursor !== undefined;
  const hasPrevious = cursor !== undefined;

  return {
    isOne: !hasNext && !hasPrevious,
    hasNext,
    hasPrevious,
    showNext: () => {
      setBefore([...(cursor ? before : []), cursor]);
      setCursor(nextCursor);
    },
    showPrevious: () => {
      setBefore(before.slice(0, -1));
      setCursor(before.at(-1));
    },
  };
}
