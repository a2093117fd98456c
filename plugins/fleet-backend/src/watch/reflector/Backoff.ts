/** Growing pauses with full jitter, so that many do not return together. */
export class Backoff {
  readonly #firstMs: number;
  readonly #capMs: number;
  readonly #random: () => number;
  #failures = 0;

  static create(options: {
    firstMs: number;
    capMs: number;
    random: () => number;
  }): Backoff {
    return new Backoff(options);
  }

  private constructor(options: {
    firstMs: number;
    capMs: number;
    random: () => number;
  }) {
    this.#firstMs = options.firstMs;
    this.#capMs = options.capMs;
    this.#random = options.random;
  }

  get failures(): number {
    return this.#failures;
  }

  /** How long to wait after a further failure. */
  next(): number {
    const ceiling = Math.min(
      this.#capMs,
      this.#firstMs * 2 ** Math.min(this.#failures, 20),
    );
    this.#failures++;
    // Not quite full: never less than a twentieth, or it would be no pause.
    return Math.round(ceiling * Math.max(0.05, this.#random()));
  }

  reset(): void {
    this.#failures = 0;
  }
}
