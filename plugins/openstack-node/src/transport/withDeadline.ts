import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { DeadlineError } from './DeadlineError';

/** How long something may take, and who may end it earlier. */
export interface DeadlineOptions {
  clock: Clock;
  milliseconds: number;
  signal?: AbortSignal;
}

/**
 * Aborts work that takes too long. Callers' signals may live as long as the
 * process: nothing may stay behind on them, as `AbortSignal.any` would.
 */
export async function withDeadline<T>(
  options: DeadlineOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { clock, milliseconds, signal } = options;
  signal?.throwIfAborted();
  const ending = new AbortController();
  const done = new AbortController();
  const end = () => ending.abort(signal?.reason);
  signal?.addEventListener('abort', end, { once: true });
  clock.sleep(milliseconds, done.signal).then(
    () => ending.abort(new DeadlineError(milliseconds)),
    () => undefined,
  );
  try {
    return await work(ending.signal);
  } catch (error) {
    ending.signal.throwIfAborted();
    throw error;
  } finally {
    done.abort();
    signal?.removeEventListener('abort', end);
  }
}
