import { Row } from '../Row';
import { RowIndex } from './RowIndex';

/** The rows of one resource of one source. @internal */
export class RowTable {
  readonly #byName = new Map<string, Map<string, Row>>();
  readonly #byOwner = RowIndex.create(row => row.owners.map(({ uid }) => uid));
  readonly #byLabel = new Map<string, RowIndex>();
  readonly #declared: Map<string, RowIndex>;
  #size = 0;

  static create(indexes: Map<string, (row: Row) => string[]>): RowTable {
    return new RowTable(indexes);
  }

  private constructor(indexes: Map<string, (row: Row) => string[]>) {
    this.#declared = new Map(
      [...indexes].map(([name, keysOf]) => [name, RowIndex.create(keysOf)]),
    );
  }

  get size(): number {
    return this.#size;
  }

  get(namespace: string, name: string): Row | undefined {
    return this.#byName.get(namespace)?.get(name);
  }

  set(row: Row): void {
    this.delete(row.namespace, row.name);
    let names = this.#byName.get(row.namespace);
    if (!names) {
      names = new Map();
      this.#byName.set(row.namespace, names);
    }
    names.set(row.name, row);
    this.#size++;
    for (const index of this.#indexes()) {
      index.add(row);
    }
  }

  delete(namespace: string, name: string): void {
    const names = this.#byName.get(namespace);
    const row = names?.get(name);
    if (!names || !row) {
      return;
    }
    names.delete(name);
    if (names.size === 0) {
      this.#byName.delete(namespace);
    }
    this.#size--;
    for (const index of this.#indexes()) {
      index.remove(row);
    }
  }

  rows(namespace?: string): Row[] {
    if (namespace !== undefined) {
      return [...(this.#byName.get(namespace)?.values() ?? [])];
    }
    return [...this.#byName.values()].flatMap(names => [...names.values()]);
  }

  ownedBy(uid: string): Row[] {
    return this.#byOwner.get(uid);
  }

  /** Labels are indexed from the first question about their key on. */
  labelled(key: string, value: string): Row[] {
    let index = this.#byLabel.get(key);
    if (!index) {
      index = RowIndex.create(({ labels }) =>
        Object.hasOwn(labels, key) ? [labels[key]] : [],
      );
      this.rows().forEach(row => index?.add(row));
      this.#byLabel.set(key, index);
    }
    return index.get(value);
  }

  /** `undefined` when there is no such index. */
  indexed(index: string, key: string): Row[] | undefined {
    return this.#declared.get(index)?.get(key);
  }

  *#indexes(): Iterable<RowIndex> {
    yield this.#byOwner;
    yield* this.#byLabel.values();
    yield* this.#declared.values();
  }
}
