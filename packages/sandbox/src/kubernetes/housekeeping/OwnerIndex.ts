import { ObjectStore, StoreChange } from '../store';
import { StoredObject } from '../types';

/** Where an object is. */
export interface Location {
  storage: string;
  key: string;
}

/** Finds objects by uid and by the uid of their owners. */
export class OwnerIndex {
  readonly #byUid = new Map<string, Location>();
  readonly #dependents = new Map<string, Map<string, Location>>();

  static create(store: ObjectStore): OwnerIndex {
    const index = new OwnerIndex();
    for (const storage of store.storages()) {
      for (const object of store.list(storage)) {
        const { name, namespace } = object.metadata;
        const key = namespace ? `${namespace}/${name}` : name;
        index.#add({ storage, key }, object);
      }
    }
    return index;
  }

  note({ storage, key, before, after }: StoreChange): void {
    if (before) {
      this.#remove({ storage, key }, before);
    }
    if (after) {
      this.#add({ storage, key }, after);
    }
  }

  find(uid: string): Location | undefined {
    return this.#byUid.get(uid);
  }

  dependentsOf(uid: string): Location[] {
    return [...(this.#dependents.get(uid)?.values() ?? [])];
  }

  #add(location: Location, { metadata }: StoredObject) {
    if (metadata.uid) {
      this.#byUid.set(metadata.uid, location);
    }
    for (const { uid } of metadata.ownerReferences ?? []) {
      const dependents = this.#dependents.get(uid) ?? new Map();
      dependents.set(`${location.storage} ${location.key}`, location);
      this.#dependents.set(uid, dependents);
    }
  }

  #remove({ storage, key }: Location, { metadata }: StoredObject) {
    if (metadata.uid) {
      this.#byUid.delete(metadata.uid);
    }
    for (const { uid } of metadata.ownerReferences ?? []) {
      const dependents = this.#dependents.get(uid);
      dependents?.delete(`${storage} ${key}`);
      if (dependents?.size === 0) {
        this.#dependents.delete(uid);
      }
    }
  }
}
