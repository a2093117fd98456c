/** Hands out the least of its entries first. @internal */
export class Heap<T> {
  readonly #isLess: (a: T, b: T) => boolean;
  readonly #entries: T[] = [];

  static create<T>(isLess: (a: T, b: T) => boolean): Heap<T> {
    return new Heap(isLess);
  }

  private constructor(isLess: (a: T, b: T) => boolean) {
    this.#isLess = isLess;
  }

  get size(): number {
    return this.#entries.length;
  }

  peek(): T | undefined {
    return this.#entries[0];
  }

  push(entry: T): void {
    const entries = this.#entries;
    let at = entries.push(entry) - 1;
    while (at > 0) {
      const above = Math.floor((at - 1) / 2);
      if (!this.#isLess(entry, entries[above])) {
        break;
      }
      entries[at] = entries[above];
      at = above;
    }
    entries[at] = entry;
  }

  pop(): T | undefined {
    const entries = this.#entries;
    const least = entries[0];
    const last = entries.pop();
    if (last !== undefined && entries.length > 0) {
      this.#sink(last);
    }
    return least;
  }

  #sink(entry: T): void {
    const entries = this.#entries;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (
        below + 1 < entries.length &&
        this.#isLess(entries[below + 1], entries[below])
      ) {
        below++;
      }
      if (below >= entries.length || !this.#isLess(entries[below], entry)) {
        break;
      }
      entries[at] = entries[below];
      at = below;
    }
    entries[at] = entry;
  }
}
