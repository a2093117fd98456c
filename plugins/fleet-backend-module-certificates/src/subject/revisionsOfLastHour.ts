import { HOUR } from './durations';
import { Memory } from './Memory';
import { millis } from './millis';
import { Moments } from './Moments';

const MOST_REVISIONS = 8;

/** Revisions seen within an hour; the first is that of an hour ago. */
export function revisionsOfLastHour(
  revisions: Memory['revisions'],
  moments: Moments,
): Memory['revisions'] {
  const first = revisions.findLastIndex(
    ({ at }, index) => index > 0 && moments.hasCome((millis(at) ?? 0) + HOUR),
  );
  return revisions.slice(Math.max(0, first)).slice(-MOST_REVISIONS);
}
