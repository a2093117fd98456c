import { createMinutes } from './createMinutes';
import { MINUTE } from './durations';
import { MagnumView } from './MagnumView';
import { millis } from './millis';

/** When, in milliseconds, a cluster should be there. */
export function createDeadline(view: MagnumView): number | undefined {
  const begun = millis(view.cluster.createdAt);
  return begun === undefined ? undefined : begun + createMinutes(view) * MINUTE;
}
