/**
 * Keeps the first rows of what it is shown: one pass over many rows for one
 * short page, without sorting them all.
 */
export class FirstRows<T> {
  readonly #rows: T[] = [];
  readonly #limit: number;
  readonly #compare: (a: T, b: T) => number;

  constructor(limit: number, compare: (a: T, b: T) => number) {
    this.#limit = limit;
    this.#compare = compare;
  }

  offer(row: T): void {
    const rows = this.#rows;
    if (
      rows.length === this.#limit &&
      this.#compare(row, rows[rows.length - 1]) >= 0
    ) {
      return;
    }
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(rows[middle], row) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    rows.splice(low, 0, row);
    if (rows.length > this.#limit) {
      rows.pop();
    }
  }

  rows(): readonly T[] {
    return this.#rows;
  }
}
