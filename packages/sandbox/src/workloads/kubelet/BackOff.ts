/** Waiting times that double, and begin anew after a long quiet time. */
export class BackOff {
  readonly #options: { firstMs: number; maxMs: number };
  #nextMs: number;

  static create(options: { firstMs: number; maxMs: number }): BackOff {
    return new BackOff(options);
  }

  private constructor(options: { firstMs: number; maxMs: number }) {
    this.#options = options;
    this.#nextMs = options.firstMs;
  }

  /** How long to wait now; the next time it is twice as long. */
  next(): number {
    const now = this.#nextMs;
    this.#nextMs = Math.min(now * 2, this.#options.maxMs);
    return now;
  }

  /** What ran for twice the longest wait counts as sound: back to the start. */
  ranFor(ms: number): void {
    if (ms >= 2 * this.#options.maxMs) {
      this.#nextMs = this.#options.firstMs;
    }
  }
}
