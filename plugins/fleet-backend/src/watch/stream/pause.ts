import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { linkSignals } from './linkSignals';

/** How long to wait, and what ends it early. */
export interface PauseOptions {
  clock: Clock;
  milliseconds: number;
  /** Aborted: the pause rejects. */
  signal: AbortSignal;
  /** Aborted: the pause is over. */
  wake: AbortSignal;
}

/** Waits, but not longer than there is reason to. */
export async function pause(options: PauseOptions): Promise<void> {
  const { clock, milliseconds, signal, wake } = options;
  const linked = linkSignals([signal, wake]);
  try {
    await clock.sleep(milliseconds, linked.signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!wake.aborted) {
      throw error;
    }
  } finally {
    linked.unlink();
  }
}
