import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { linkSignals } from './linkSignals';

const LONGEST_SLEEP_MS = 5_000;

/** Whom a watchdog obeys, and how long may pass between two signs of life. */
export interface WatchdogOptions {
  clock: Clock;
  /** End the request too. */
  parents: AbortSignal[];
  allowanceMs: number;
}

/**
 * Aborts a request from which nothing was heard for too long. A half-open
 * connection says nothing at all: no error, no end.
 */
export class Watchdog {
  readonly #clock: Clock;
  readonly #linked: ReturnType<typeof linkSignals>;
  readonly #stopped = new AbortController();
  #allowanceMs: number;
  #heardAt: number;

  static start(options: WatchdogOptions): Watchdog {
    const watchdog = new Watchdog(options);
    watchdog.#run();
    return watchdog;
  }

  private constructor(options: WatchdogOptions) {
    this.#clock = options.clock;
    this.#linked = linkSignals(options.parents);
    this.#allowanceMs = options.allowanceMs;
    this.#heardAt = options.clock.now();
  }

  /** Of the request. */
  get signal(): AbortSignal {
    return this.#linked.signal;
  }

  /** Something was heard; `allowanceMs` is how long may pass from now on. */
  heard(allowanceMs: number): void {
    this.#heardAt = this.#clock.now();
    this.#allowanceMs = allowanceMs;
  }

  stop(): void {
    this.#stopped.abort();
    this.#linked.unlink();
  }

  async #run(): Promise<void> {
    const stopped = this.#stopped.signal;
    while (!stopped.aborted && !this.signal.aborted) {
      const rest = this.#heardAt + this.#allowanceMs - this.#clock.now();
      if (rest <= 0) {
        const seconds = Math.round(this.#allowanceMs / 1000);
        this.#linked.abort(
          new Error(`nothing was heard for ${seconds} seconds`),
        );
        return;
      }
      await this.#clock
        .sleep(Math.min(rest, LONGEST_SLEEP_MS), stopped)
        .catch(() => undefined);
    }
  }
}
