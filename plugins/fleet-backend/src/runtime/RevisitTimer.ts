const SHORTEST_MS = 100;
const LONGEST_MS = 3_600_000;

/** Calls back at the moment that was asked for last. */
export class RevisitTimer {
  readonly #now: () => Date;
  readonly #onDue: () => void;
  #timer: NodeJS.Timeout | undefined;

  static create(options: { now: () => Date; onDue: () => void }): RevisitTimer {
    return new RevisitTimer(options);
  }

  private constructor(options: { now: () => Date; onDue: () => void }) {
    this.#now = options.now;
    this.#onDue = options.onDue;
  }

  set(at: Date | undefined): void {
    this.stop();
    if (at) {
      // The clock of the machine may be set, hence the look once an hour.
      const wait = Math.min(
        Math.max(at.getTime() - this.#now().getTime(), SHORTEST_MS),
        LONGEST_MS,
      );
      this.#timer = setTimeout(this.#onDue, wait);
      this.#timer.unref();
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
