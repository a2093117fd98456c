import { ServerResponse } from 'node:http';
import { Clock } from '@slipway/backstage-plugin-fleet-node';

/** The shortest deadline of a request; what is shorter is a pause. */
const DEADLINE_MS = 30_000;

/**
 * Time of those who ask a fake cloud. Pauses are over at once; deadlines are over
 * when all requests that are still open are ones it will never answer, so that no
 * test waits and none depends on how fast the machine is.
 */
export class Patience implements Clock {
  readonly #waiting = new Set<() => void>();
  readonly #silent = new Set<ServerResponse>();
  #now = 0;

  static create(): Patience {
    return new Patience();
  }

  private constructor() {}

  now(): number {
    return this.#now;
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (milliseconds < DEADLINE_MS) {
      this.#now += milliseconds;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      this.#waiting.add(resolve);
      signal?.addEventListener('abort', () => {
        this.#waiting.delete(resolve);
        reject(signal.reason);
        this.#look();
      });
    });
  }

  /** The cloud will not answer. */
  keepSilent(response: ServerResponse): void {
    this.#silent.add(response);
    response.once('close', () => this.#silent.delete(response));
    this.#look();
  }

  #look(): void {
    if (this.#silent.size === 0 || this.#waiting.size > this.#silent.size) {
      return;
    }
    this.#now += DEADLINE_MS;
    const over = [...this.#waiting];
    this.#silent.clear();
    this.#waiting.clear();
    over.forEach(end => end());
  }
}
