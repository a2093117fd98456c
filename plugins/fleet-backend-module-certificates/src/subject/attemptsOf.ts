import { CertificateSlice } from '../slices';
import { HOUR } from './durations';
import { Lifetime } from './lifetimeOf';
import { millis } from './millis';
import { Moments } from './Moments';

/** How often the renewal of a certificate has been tried, and still can be. */
export interface Attempts {
  /** Failures in a row. */
  failed: number;
  /** When the first of these was, by the pauses between them, in milliseconds. */
  since?: number;
  /** When the next one follows a failure, in milliseconds. */
  next?: number;
  total?: number;
  left?: number;
}

// The pauses double from one hour to 32, after the sixth failure they stay so.
const DOUBLINGS = 5;

/** The attempts of a certificate; cert-manager's default pauses are assumed. */
export function attemptsOf(options: {
  slice: CertificateSlice;
  lifetime: Lifetime;
  isIssuing: boolean;
  moments: Moments;
}): Attempts {
  const { slice, lifetime, isIssuing, moments } = options;
  const lastFailure = millis(slice.lastFailureTime);
  const failed =
    lastFailure === undefined ? 0 : Math.max(1, slice.failedAttempts ?? 1);
  const next =
    lastFailure !== undefined && !isIssuing
      ? lastFailure + pauseAfter(failed)
      : undefined;
  const since =
    lastFailure !== undefined
      ? Math.max(
          lastFailure - offsetOf(failed - 1, 0),
          lifetime.renewal ?? -Infinity,
        )
      : undefined;
  const { notAfter, renewal, window } = lifetime;
  if (notAfter === undefined || renewal === undefined || window === undefined) {
    return { failed, since, next };
  }
  const first = moments.hasCome(next ?? renewal)
    ? moments.now
    : next ?? renewal;
  const total = countWithin(window, 0);
  const left = Math.min(total, countWithin(notAfter - first, failed));
  if (left > 0) {
    // One fewer fits in from here on.
    moments.hasCome(notAfter - offsetOf(left - 1, failed));
  }
  return { failed, since, next, total, left };
}

function pauseAfter(failures: number): number {
  return HOUR * 2 ** Math.min(failures - 1, DOUBLINGS);
}

/** How long after one attempt the `count`-th after it follows, when each fails. */
function offsetOf(count: number, failed: number): number {
  const doubling = Math.max(0, Math.min(count, DOUBLINGS - failed));
  const doubled = HOUR * 2 ** Math.min(failed, DOUBLINGS) * (2 ** doubling - 1);
  return doubled + (count - doubling) * HOUR * 2 ** DOUBLINGS;
}

/** How many attempts fit in, the first at once, after so many failures. */
function countWithin(milliseconds: number, failed: number): number {
  if (milliseconds <= 0) {
    return 0;
  }
  const doublings = Math.max(0, DOUBLINGS - failed);
  for (let count = 1; count <= doublings; count++) {
    if (offsetOf(count, failed) >= milliseconds) {
      return count;
    }
  }
  const rest = milliseconds - offsetOf(doublings, failed);
  return doublings + Math.ceil(rest / (HOUR * 2 ** DOUBLINGS));
}
