import { Row } from '../Row';

/** Finds rows by keys that are computed from them. @internal */
export class RowIndex {
  readonly #keysOf: (row: Row) => string[];
  // Most keys have one row: it is kept without a set around it.
  readonly #rows = new Map<string, Row | Set<Row>>();

  static create(keysOf: (row: Row) => string[]): RowIndex {
    return new RowIndex(keysOf);
  }

  private constructor(keysOf: (row: Row) => string[]) {
    this.#keysOf = keysOf;
  }

  add(row: Row): void {
    for (const key of this.#keysOf(row)) {
      const found = this.#rows.get(key);
      if (!found) {
        this.#rows.set(key, row);
      } else if (found instanceof Set) {
        found.add(row);
      } else if (found !== row) {
        this.#rows.set(key, new Set([found, row]));
      }
    }
  }

  remove(row: Row): void {
    for (const key of this.#keysOf(row)) {
      const found = this.#rows.get(key);
      if (found === row) {
        this.#rows.delete(key);
      } else if (found instanceof Set) {
        found.delete(row);
        if (found.size === 0) {
          this.#rows.delete(key);
        }
      }
    }
  }

  get(key: string): Row[] {
    const found = this.#rows.get(key);
    if (!found) {
      return [];
    }
    return found instanceof Set ? [...found] : [found];
  }
}
