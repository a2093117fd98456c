import { MINUTE } from './durations';
import { MagnumView } from './MagnumView';
import { millis } from './millis';

const USUAL_MINUTES = 60;

/** How long, in minutes, the creation of a cluster may take. */
export function createMinutes({
  cluster,
}: Pick<MagnumView, 'cluster'>): number {
  const { createTimeout = 0 } = cluster;
  return createTimeout > 0 ? createTimeout : USUAL_MINUTES;
}

/** When, in milliseconds, a cluster should be there. */
export function createDeadline(view: MagnumView): number | undefined {
  const begun = millis(view.cluster.createdAt);
  return begun === undefined ? undefined : begun + createMinutes(view) * MINUTE;
}
