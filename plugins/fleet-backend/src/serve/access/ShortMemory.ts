/**
 * Remembers answers for a few seconds, so that a page with many requests asks
 * once. Failures are not remembered.
 */
export class ShortMemory<T> {
  readonly #entries = new Map<string, { until: number; value: Promise<T> }>();
  readonly #options: { now: () => Date; milliseconds: number; size: number };

  constructor(options: {
    now: () => Date;
    milliseconds: number;
    size: number;
  }) {
    this.#options = options;
  }

  get(key: string, ask: () => Promise<T>): Promise<T> {
    const now = this.#options.now().getTime();
    const known = this.#entries.get(key);
    if (known && now < known.until) {
      return known.value;
    }
    const value = ask();
    const entry = { until: now + this.#options.milliseconds, value };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size > this.#options.size) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest);
    }
    value.catch(() => {
      if (this.#entries.get(key) === entry) {
        this.#entries.delete(key);
      }
    });
    return value;
  }
}
