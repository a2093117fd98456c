/**
 * How an item is, worst first: `failing` users are hit now; `degraded` works,
 * but less than asked for; `at-risk` works now and will stop; `unknown` nobody
 * can tell at present; `progressing` under way and within its usual time;
 * `healthy`.
 *
 * @public
 */
export const STATUSES = [
  'failing',
  'degraded',
  'at-risk',
  'unknown',
  'progressing',
  'healthy',
] as const;

/** One of {@link STATUSES}. @public */
export type Status = (typeof STATUSES)[number];

/** Orders statuses worst first, for `sort`. @public */
export function compareStatuses(a: Status, b: Status): number {
  return STATUSES.indexOf(a) - STATUSES.indexOf(b);
}
