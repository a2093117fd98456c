import { setTimeout as delay } from 'node:timers/promises';

/** Time as waits use it; tests give one that does not pass by itself. @public */
export interface Clock {
  /** Milliseconds since some moment. */
  now(): number;
  /** Rejects with the reason of the signal as soon as it is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The time of the machine. @public */
export const systemClock: Clock = {
  now: () => performance.now(),
  async sleep(milliseconds, signal) {
    signal?.throwIfAborted();
    try {
      await delay(milliseconds, undefined, { signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};
