import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { Semaphore } from './Semaphore';

const QUIET_MS = 2_000;

/** The bounds on first lists: of one cluster, and of all together. */
export interface SlotOptions {
  ofCluster: Semaphore;
  ofAll: Semaphore;
  clock: Clock;
  signal: AbortSignal;
}

/**
 * The right to list. The place among those of all clusters is taken when bytes
 * arrive and given back when none do for two seconds: otherwise a few clusters
 * that accept connections and say nothing would hold up all others.
 */
export class Slot {
  readonly #options: SlotOptions;
  readonly #done = new AbortController();
  #releaseOfCluster: () => void;
  #releaseOfAll: (() => void) | undefined;
  #heardAt: number;

  static async acquire(options: SlotOptions): Promise<Slot> {
    const release = await options.ofCluster.acquire(options.signal);
    return new Slot(options, release);
  }

  private constructor(options: SlotOptions, release: () => void) {
    this.#options = options;
    this.#releaseOfCluster = release;
    this.#heardAt = options.clock.now();
  }

  /** Called for each chunk, before it is worked on. */
  async turn(): Promise<void> {
    this.#heardAt = this.#options.clock.now();
    if (!this.#releaseOfAll && !this.#done.signal.aborted) {
      const { ofAll, signal } = this.#options;
      this.#releaseOfAll = await ofAll.acquire(signal);
      this.#heardAt = this.#options.clock.now();
      this.#watch();
    }
  }

  release(): void {
    this.#done.abort();
    this.#giveBack();
    this.#releaseOfCluster();
    this.#releaseOfCluster = () => {};
  }

  #giveBack(): void {
    this.#releaseOfAll?.();
    this.#releaseOfAll = undefined;
  }

  async #watch(): Promise<void> {
    const { clock } = this.#options;
    while (this.#releaseOfAll) {
      await clock.sleep(QUIET_MS, this.#done.signal).catch(() => undefined);
      if (clock.now() - this.#heardAt >= QUIET_MS) {
        this.#giveBack();
      }
    }
  }
}
