import { useState } from 'react';
import { FleetItems, FleetQuery } from '../../hooks';

/** Where the reader is among the pages of a list that changes meanwhile. */
export function usePages(
  query: FleetQuery,
  list: Pick<FleetItems, 'nextCursor'>,
) {
  // Cursors point forward only; a page opened by its link goes back to the first.
  const [trail, setTrail] = useState<string[]>([]);
  const { cursor, setCursor } = query;
  const { nextCursor } = list;
  const hasNext = nextCursor !== undefined;
  const hasPrevious = cursor !== undefined;

  return {
    isOne: !hasNext && !hasPrevious,
    hasNext,
    hasPrevious,
    showNext: () => {
      if (nextCursor !== undefined) {
        setTrail([...trailTo(cursor, trail), nextCursor]);
        setCursor(nextCursor);
      }
    },
    // By the page that is shown: the browser goes back and forth too.
    showPrevious: () => setCursor(trailTo(cursor, trail).at(-2)),
  };
}

function trailTo(cursor: string | undefined, trail: string[]): string[] {
  if (cursor === undefined) {
    return [];
  }
  const place = trail.indexOf(cursor);
  return place < 0 ? [cursor] : trail.slice(0, place + 1);
}
