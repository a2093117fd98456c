/** What identifies an object, and which version of it was seen. */
export interface ObjectKey {
  namespace: string;
  name: string;
  uid: string;
  resourceVersion: string;
}

interface Known extends ObjectKey {
  /** The list in which it was seen last. */
  list: number;
}

/** What an arriving object is to what is known already. */
export type Sighting =
  | { kind: 'same' }
  | { kind: 'news' }
  /** Another object had this name; it went unnoticed. */
  | { kind: 'replaces'; gone: ObjectKey };

/**
 * Which objects a reflector has told of, so that it tells of none twice and
 * notices which are no longer there when it lists again.
 */
export class KnownObjects {
  readonly #objects = new Map<string, Known>();
  #list = 0;

  static create(keys: Iterable<ObjectKey>): KnownObjects {
    const known = new KnownObjects();
    for (const { namespace, name, uid, resourceVersion } of keys) {
      known.keep({ namespace, name, uid, resourceVersion });
    }
    return known;
  }

  private constructor() {}

  get size(): number {
    return this.#objects.size;
  }

  /** A list begins: what it does not mark will be swept. */
  beginList(): void {
    this.#list++;
  }

  look(key: ObjectKey): Sighting {
    const known = this.#objects.get(idOf(key));
    if (!known) {
      return { kind: 'news' };
    }
    if (known.uid !== key.uid) {
      return { kind: 'replaces', gone: known };
    }
    known.list = this.#list;
    const isSame =
      key.resourceVersion !== '' &&
      known.resourceVersion === key.resourceVersion;
    return { kind: isSame ? 'same' : 'news' };
  }

  keep(key: ObjectKey): void {
    this.#objects.set(idOf(key), { ...key, list: this.#list });
  }

  /** @returns whether it was known */
  forget(key: ObjectKey): boolean {
    const id = idOf(key);
    return this.#objects.get(id)?.uid === key.uid && this.#objects.delete(id);
  }

  /** Forgets what was not seen since the list began. */
  sweep(): ObjectKey[] {
    const gone = [...this.#objects.values()].filter(
      ({ list }) => list !== this.#list,
    );
    gone.forEach(key => this.#objects.delete(idOf(key)));
    return gone;
  }

  /** Whatever is said of their versions now, they are not the same. */
  forgetVersions(): void {
    for (const known of this.#objects.values()) {
      known.resourceVersion = '';
    }
  }
}

function idOf({ namespace, name }: ObjectKey): string {
  return `${namespace}/${name}`;
}
