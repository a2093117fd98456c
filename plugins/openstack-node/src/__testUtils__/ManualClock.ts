import { EventEmitter, once } from 'node:events';
import { Clock } from '@slipway/backstage-plugin-fleet-node';

interface Sleep {
  milliseconds: number;
  endsAt: number;
  wake(): void;
}

/** Time that only passes when a test says so. */
export class ManualClock implements Clock {
  readonly #changed = new EventEmitter();
  #sleeps: Sleep[] = [];
  #now = 0;

  static create(): ManualClock {
    return new ManualClock();
  }

  private constructor() {}

  now(): number {
    return this.#now;
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const sleep = {
        milliseconds,
        endsAt: this.#now + milliseconds,
        wake: resolve,
      };
      this.#sleeps.push(sleep);
      signal?.addEventListener('abort', () => {
        this.#sleeps = this.#sleeps.filter(other => other !== sleep);
        reject(signal.reason);
      });
      this.#changed.emit('sleep');
    });
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
    const over = this.#sleeps.filter(({ endsAt }) => endsAt <= this.#now);
    this.#sleeps = this.#sleeps.filter(sleep => !over.includes(sleep));
    over.forEach(({ wake }) => wake());
  }

  /** Waits until somebody sleeps for so long, each in turn, and lets them. */
  async skip(...all: number[]): Promise<void> {
    for (const milliseconds of all) {
      while (!this.#sleeps.some(sleep => sleep.milliseconds === milliseconds)) {
        await once(this.#changed, 'sleep');
      }
      this.advance(milliseconds);
    }
  }
}
