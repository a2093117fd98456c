import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { Errand } from '../errands';
import { magnumTime } from '../identity';
import { describeElapsed } from './describeElapsed';
import { isBeingCreated } from './isBeingCreated';

/** How long something has taken. */
export interface Age {
  /** What a creation has taken more than it may; negative until then. */
  overdueMs: number;
  words: string;
}

const DEFAULT_TIMEOUT_MIN = 60;

/** For creations since the order and against their timeout; for others since `started`. */
export function readAge(
  cluster: MagnumCluster,
  { clock, time }: Errand,
  started: number,
): Age {
  const waited = clock.now() - started;
  if (!isBeingCreated(cluster)) {
    return { overdueMs: -Infinity, words: describeElapsed(waited) };
  }
  const minutes = cluster.create_timeout || DEFAULT_TIMEOUT_MIN;
  const created = magnumTime(cluster.created_at);
  const elapsed =
    created === undefined
      ? waited
      : // The cloud's clock may be ahead of ours.
        Math.max(waited, time() - created);
  return {
    overdueMs: elapsed - minutes * 60_000,
    words: describeElapsed(elapsed, minutes),
  };
}
