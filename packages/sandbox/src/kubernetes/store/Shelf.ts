import { StoredObject } from '../types';

/** The objects of one storage by key, listed in the order of the keys. */
export class Shelf {
  readonly #objects: Map<string, StoredObject>;
  #sorted: string[] | undefined;

  constructor(objects = new Map<string, StoredObject>()) {
    this.#objects = objects;
  }

  get size(): number {
    return this.#objects.size;
  }

  get(key: string): StoredObject | undefined {
    return this.#objects.get(key);
  }

  set(key: string, object: StoredObject | undefined): void {
    if (this.#objects.has(key) === (object === undefined)) {
      this.#sorted = undefined;
    }
    if (object) {
      this.#objects.set(key, object);
    } else {
      this.#objects.delete(key);
    }
  }

  entries(): [string, StoredObject][] {
    return [...this.#objects];
  }

  list(namespace?: string): StoredObject[] {
    this.#sorted ??= [...this.#objects.keys()].sort();
    const keys =
      namespace === undefined
        ? this.#sorted
        : this.#sorted.filter(key => key.startsWith(`${namespace}/`));
    return keys.map(key => this.#objects.get(key)!);
  }

  copy(): Shelf {
    return new Shelf(new Map(this.#objects));
  }
}
