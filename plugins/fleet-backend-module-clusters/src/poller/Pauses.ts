/** What is waited for between two rounds, in milliseconds. */
const QUIET = 60_000;
const BUSY = 10_000;
/** For a moment after something was asked of a cloud its lists may not show it. */
const EAGER = 2_000;
const EAGER_FOR = 10_000;
const FIRST_RETRY = 5_000;
const LONGEST_RETRY = 120_000;
const JITTER = 0.2;

/** How long to wait before a cloud is asked again. */
export class Pauses {
  readonly #now: () => number;
  readonly #random: () => number;
  #eagerUntil = -Infinity;

  static create(options: {
    /** Milliseconds since some moment. */
    now: () => number;
    /** Between 0 and 1. */
    random: () => number;
  }): Pauses {
    return new Pauses(options);
  }

  private constructor(options: { now: () => number; random: () => number }) {
    this.#now = options.now;
    this.#random = options.random;
  }

  /** Something was asked of the cloud. */
  expectNews(): void {
    this.#eagerUntil = this.#now() + EAGER_FOR;
  }

  afterAnswer({ isBusy }: { isBusy: boolean }): number {
    if (this.#now() < this.#eagerUntil) {
      return EAGER;
    }
    // Clouds are not asked all at one time.
    return (isBusy ? BUSY : QUIET) * (1 - JITTER * this.#random());
  }

  /** @param attempts - from 1 */
  afterFailure(attempts: number): number {
    const ceiling = Math.min(
      LONGEST_RETRY,
      FIRST_RETRY * 2 ** Math.min(attempts - 1, 20),
    );
    return ceiling * (1 - this.#random() / 2);
  }
}
