/** Lets a number of callers in at a time, the others in their order. */
export class Semaphore {
  #free: number;
  readonly #waiting: (() => void)[] = [];

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
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#waiting.push(enter);
    });
    return this.#releaser();
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
        next();
      } else {
        this.#free++;
      }
    };
  }
}
