/** Lets a number of callers in at a time, the others in their order. */
export class Semaphore {
  #free: number;
  readonly #waiting: { enter(): void }[] = [];

  static create(places: number): Semaphore {
    return new Semaphore(places);
  }

  private constructor(places: number) {
    this.#free = places;
  }

  /**
   * Waits for a place.
   *
   * @returns gives it back; a second call does nothing
   */
  async acquire(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#free > 0) {
      this.#free--;
      return this.#releaser();
    }
    await this.#wait(signal);
    return this.#releaser();
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const waiting = { enter: () => {} };
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(signal.reason);
      };
      waiting.enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#waiting.push(waiting);
    });
  }

  #releaser(): () => void {
    let released = false;
    return () => {
      if (released) {
        return;
      }
      released = true;
      const next = this.#waiting.shift();
      if (next) {
        next.enter();
      } else {
        this.#free++;
      }
    };
  }
}
