import { ServiceUnavailableError, toError } from '@backstage/errors';
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
 * Tries again with growing pauses while an upstream is away. At the deadline it
 * gives up with a ServiceUnavailableError that has its last words.
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
      if (!options.isTransient(error)) {
        throw error;
      }
      const rest = deadline - clock.now();
      const elapsed = formatElapsed(clock.now() - started);
      const trouble = `Cannot ${options.what}: ${toError(error).message}`;
      if (rest <= 0) {
        throw new ServiceUnavailableError(
          `${trouble}; gave up after ${elapsed}. What was made stays: retry when it answers again`,
        );
      }
      options.log(`${trouble}; trying again (${elapsed})`);
      const milliseconds = Math.min(pause, LONGEST_PAUSE_MS, rest);
      await clock.sleep(milliseconds, options.signal);
    }
  }
}
