import { Clock } from '@slipway/backstage-plugin-fleet-node';

/**
 * Time passes only by sleeping, and at once; each of the moments happens in one
 * sleep, the first in the first.
 *
 * @public
 */
export function steppingClock(moments: (() => void)[] = []): Clock {
  const coming = [...moments];
  let now = 0;
  return {
    now: () => now,
    async sleep(milliseconds, signal) {
      coming.shift()?.();
      signal?.throwIfAborted();
      now += milliseconds;
    },
  };
}
