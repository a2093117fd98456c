import { Status } from '../status';

/** How many items are how. @public */
export type StatusCounts = Record<Status, number>;

/** No items. @public */
export function emptyStatusCounts(): StatusCounts {
  return {
    failing: 0,
    degraded: 0,
    'at-risk': 0,
    unknown: 0,
    progressing: 0,
    healthy: 0,
  };
}
