import { StateFolder } from '../../state/StateFolder';
import { StoredObject } from '../types';
import { Journal } from './Journal';
import { Shelf } from './Shelf';

/** `before` is absent for a new object, `after` for one that is gone. */
export interface StoreChange {
  revision: number;
  storage: string;
  key: string;
  before?: StoredObject;
  /** For a deleted object: its last state, at the revision of the deletion. */
  deleted?: StoredObject;
  after?: StoredObject;
}

export interface ObjectStoreOptions {
  state: StateFolder;
  /** How many changes a watch can go back. @default 10000 */
  historySize?: number;
}

const DEFAULT_HISTORY = 10_000;
const REWRITE_AFTER = 5_000;

/**
 * All objects of a cluster by storage (`apps/deployments`) and key
 * (`namespace/name`), with one revision counter and a window of past changes.
 */
export class ObjectStore {
  readonly #shelves = new Map<string, Shelf>();
  readonly #listeners = new Set<(change: StoreChange) => void>();
  readonly #historySize: number;
  readonly #journal: Journal;
  #history: StoreChange[] = [];
  #revision = 1;
  #oldest: number;

  static open(options: ObjectStoreOptions): ObjectStore {
    return new ObjectStore(options);
  }

  private constructor(options: ObjectStoreOptions) {
    this.#historySize = options.historySize ?? DEFAULT_HISTORY;
    this.#journal = Journal.open(options.state, entry => {
      this.#revision = Math.max(this.#revision, entry.revision);
      if (entry.storage && entry.key !== undefined) {
        this.#shelf(entry.storage).set(entry.key, entry.object);
      }
    });
    this.#oldest = this.#revision;
    this.#tidyJournal();
  }

  /** The revision of the newest change. */
  get revision(): number {
    return this.#revision;
  }

  /** Changes after this revision can still be told. */
  get oldestRevision(): number {
    return this.#oldest;
  }

  get(storage: string, key: string): StoredObject | undefined {
    return this.#shelves.get(storage)?.get(key);
  }

  /** Objects in the order of their keys, of one namespace or of all. */
  list(storage: string, namespace?: string): StoredObject[] {
    return this.#shelves.get(storage)?.list(namespace) ?? [];
  }

  /** Storages that hold or held objects. */
  storages(): string[] {
    return [...this.#shelves.keys()];
  }

  /** The list as it was at a revision; `undefined` when that is forgotten. */
  listAt(
    storage: string,
    revision: number,
    namespace?: string,
  ): StoredObject[] | undefined {
    if (revision < this.#oldest) {
      return undefined;
    }
    const past = this.#changesAfter(revision).filter(
      change => change.storage === storage,
    );
    if (past.length === 0) {
      return this.list(storage, namespace);
    }
    const shelf = this.#shelf(storage).copy();
    for (const change of past.reverse()) {
      shelf.set(change.key, change.before);
    }
    return shelf.list(namespace);
  }

  /** Stores an object under the next revision and returns it as stored. */
  put(storage: string, key: string, object: StoredObject): StoredObject {
    const revision = this.#revision + 1;
    const after = withRevision(object, revision);
    const before = this.get(storage, key);
    this.#commit({ revision, storage, key, before, after });
    return after;
  }

  /** Stores an object under its own revision, as a restored backup has it; the next one comes after it. */
  adopt(storage: string, key: string, object: StoredObject): void {
    const own = Number(object.metadata.resourceVersion);
    if (!Number.isSafeInteger(own) || own < 1) {
      this.put(storage, key, object);
      return;
    }
    const revision = Math.max(this.#revision + 1, own);
    const before = this.get(storage, key);
    this.#commit({ revision, storage, key, before, after: object });
  }

  /** Removes an object and returns its last state at the deletion's revision. */
  remove(storage: string, key: string): StoredObject | undefined {
    const before = this.get(storage, key);
    if (!before) {
      return undefined;
    }
    const revision = this.#revision + 1;
    const deleted = withRevision(before, revision);
    this.#commit({ revision, storage, key, before, deleted });
    return deleted;
  }

  /** Past changes of a storage, oldest first. */
  changesSince(storage: string, revision: number): StoreChange[] {
    return this.#changesAfter(revision).filter(
      change => change.storage === storage,
    );
  }

  /** Calls for every change from now on, in order, until the returned function. */
  subscribe(listener: (change: StoreChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Forgets the past, as compaction does: older watches are told to list anew. */
  forgetHistory(): void {
    this.#history = [];
    this.#oldest = this.#revision;
  }

  close(): void {
    this.#listeners.clear();
    this.#journal.close();
  }

  #commit(change: StoreChange) {
    const { revision, storage, key, after } = change;
    this.#journal.append({ revision, storage, key, object: after });
    this.#revision = revision;
    this.#shelf(storage).set(key, after);
    this.#history.push(change);
    if (this.#history.length > this.#historySize * 1.1) {
      const dropped = this.#history.length - this.#historySize;
      this.#oldest = this.#history[dropped - 1].revision;
      this.#history = this.#history.slice(dropped);
    }
    for (const listener of [...this.#listeners]) {
      listener(change);
    }
    this.#tidyJournal();
  }

  #changesAfter(revision: number): StoreChange[] {
    let start = this.#history.length;
    while (start > 0 && this.#history[start - 1].revision > revision) {
      start--;
    }
    return this.#history.slice(start);
  }

  #shelf(storage: string): Shelf {
    let shelf = this.#shelves.get(storage);
    if (!shelf) {
      shelf = new Shelf();
      this.#shelves.set(storage, shelf);
    }
    return shelf;
  }

  #tidyJournal() {
    let objects = 0;
    this.#shelves.forEach(shelf => {
      objects += shelf.size;
    });
    if (this.#journal.entries <= REWRITE_AFTER + 2 * objects) {
      return;
    }
    const entries = [...this.#shelves].flatMap(([storage, shelf]) =>
      shelf.entries().map(([key, object]) => ({
        revision: Number(object.metadata.resourceVersion),
        storage,
        key,
        object,
      })),
    );
    this.#journal.rewrite([...entries, { revision: this.#revision }]);
  }
}

function withRevision(object: StoredObject, revision: number): StoredObject {
  return {
    ...object,
    metadata: { ...object.metadata, resourceVersion: String(revision) },
  };
}
