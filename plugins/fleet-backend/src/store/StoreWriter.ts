import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { FleetStore } from './FleetStore';
import { StoreQueue } from './StoreQueue';

const COALESCE_MS = 250;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

interface StoreWriterOptions {
  queue: StoreQueue;
  store: FleetStore;
  logger: LoggerService;
  clock: Clock;
}

/**
 * Writes what waits in a queue, a batch at a time. A database that is away or
 * full is said and tried again; the watching goes on meanwhile.
 */
export class StoreWriter {
  readonly #options: StoreWriterOptions;
  #error: string | undefined;

  static create(options: StoreWriterOptions): StoreWriter {
    return new StoreWriter(options);
  }

  private constructor(options: StoreWriterOptions) {
    this.#options = options;
  }

  /** Why nothing can be written at present. */
  get error(): string | undefined {
    return this.#error;
  }

  /** Writes until the signal, then what is left, once. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    let pause = COALESCE_MS;
    while (!signal.aborted) {
      await clock.sleep(pause, signal).catch(() => undefined);
      const written = await this.#drain();
      pause = written
        ? COALESCE_MS
        : Math.min(Math.max(pause * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
    }
    await this.#drain();
  }

  async #drain(): Promise<boolean> {
    const { logger, queue, store } = this.#options;
    while (queue.size > 0) {
      const batch = queue.take();
      try {
        await store.write(batch);
      } catch (error) {
        queue.putBack(batch);
        const { message } = toError(error);
        if (this.#error !== message) {
          this.#error = message;
          logger.error(
            `Cannot write what was watched to the database, trying again: ${message}`,
          );
        }
        return false;
      }
      if (this.#error) {
        this.#error = undefined;
        logger.info('What was watched is written to the database again');
      }
    }
    return true;
  }
}
