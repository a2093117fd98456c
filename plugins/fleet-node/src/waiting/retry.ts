import { toError } from '@backstage/errors';
import { Clock, systemClock } from './Clock';
import { formatElapsed } from './formatElapsed';

/**
 * What is tried, for how long, and who hears of it.
 *
 * @public
 */
export interface RetryOptions {
  /** What is tried, for the log: `ask the hub platform`. */
  what: string;
  /** Whether another try can help. */
  isTransient(error: unknown): boolean;
  /** Gets a line at the first failure and when it works again. */
  log(line: string): void;
  /**
   * After how many milliseconds no further try begins.
   * @defaultValue 60000
   */
  deadlineMs?: number;
  /** Ends the waiting at once, with the signal's reason. */
  signal?: AbortSignal;
  /**
   * What pauses and the deadline are measured by.
   * @defaultValue {@link systemClock}
   */
  clock?: Clock;
}

const DEADLINE_MS = 60_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Tries again with growing pauses while an upstream is away, and gives up with
 * its last error at the deadline.
 *
 * @public
 */
export async function retry<T>(
  attempt: () => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  const clock = options.clock ?? systemClock;
  const deadline = clock.now() + (options.deadlineMs ?? DEADLINE_MS);
  const started = clock.now();
  for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
    try {
      options.signal?.throwIfAborted();
      return await attempt();
    } catch (error) {
      options.signal?.throwIfAborted();
      const rest = deadline - clock.now();
      if (!options.isTransient(error) || rest <= 0) {
        throw error;
      }
      options.log(
        `Cannot ${options.what}: ${
          toError(error).message
        }; trying again (${formatElapsed(clock.now() - started)})`,
      );
      const milliseconds = Math.min(pause, LONGEST_PAUSE_MS, rest);
      await clock.sleep(milliseconds, options.signal);
    }
  }
}
