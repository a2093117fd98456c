import { Clock } from '@slipway/backstage-plugin-fleet-node';

interface Sleeper {
  milliseconds: number;
  due: number;
  wake(): void;
}

/** Sleeps that are this short pass at once, as gathering a batch does. */
const SHORT_MS = 100;

/** Time that passes when a test says so. */
export class ManualClock implements Clock {
  #now = 0;
  readonly #sleepers = new Set<Sleeper>();
  #listeners: (() => void)[] = [];

  static create(): ManualClock {
    return new ManualClock();
  }

  private constructor() {}

  now(): number {
    return this.#now;
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (milliseconds <= SHORT_MS) {
      await new Promise(resolve => setImmediate(resolve));
      return;
    }
    let abort = () => {};
    let sleeper: Sleeper | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        abort = () => reject(signal?.reason);
        signal?.addEventListener('abort', abort, { once: true });
        const due = this.#now + milliseconds;
        sleeper = { milliseconds, due, wake: resolve };
        this.#sleepers.add(sleeper);
        this.#listeners.forEach(listener => listener());
      });
    } finally {
      signal?.removeEventListener('abort', abort);
      this.#sleepers.delete(sleeper!);
    }
  }

  /** How long sleeps are that are slept now. */
  get sleeping(): number[] {
    return [...this.#sleepers].map(({ milliseconds }) => milliseconds);
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
    for (const sleeper of this.#sleepers) {
      if (sleeper.due <= this.#now) {
        sleeper.wake();
      }
    }
  }

  /** Waits until somebody sleeps exactly so long, and lets that time pass. */
  async pass(milliseconds: number): Promise<void> {
    await this.until(sleeps => sleeps.includes(milliseconds));
    const sleeper = [...this.#sleepers].find(
      one => one.milliseconds === milliseconds,
    )!;
    this.advance(sleeper.due - this.#now);
  }

  /** Waits until sleeps are as wanted. */
  until(isSo: (sleeping: number[]) => boolean): Promise<void> {
    return new Promise(resolve => {
      const listener = () => {
        if (isSo(this.sleeping)) {
          this.#listeners = this.#listeners.filter(one => one !== listener);
          resolve();
        }
      };
      this.#listeners.push(listener);
      listener();
    });
  }
}
