/** What identifies an object, and which version of it was seen. */
export interface ObjectKey {
  namespace: string;
  name: string;
  uid: string;
  resourceVersion: string;
}

interface Known extends ObjectKey {
  /** How many lists had begun when it was seen last. */
  seen: number;
}

/** What an arriving object is to what is known already. */
export type Sighting =
  | { kind: 'same' }
  | { kind: 'news' }
  /** Another object had this name; it went unnoticed. */
  | { kind: 'replaces'; gone: ObjectKey };

interface KnownNamespace {
  namespace: string;
  objects: Map<string, Known>;
}

/**
 * Which objects a reflector has told of, so that it tells of none twice and
 * notices which are no longer there when it lists again. There are as many
 * entries as rows, so each shares its texts with its row and its namespace.
 */
export class KnownObjects {
  readonly #namespaces = new Map<string, KnownNamespace>();
  /** Lists of several namespaces may be under way at once. */
  #lists = 0;

  static create(keys: Iterable<ObjectKey>): KnownObjects {
    const known = new KnownObjects();
    for (const key of keys) {
      known.keep(key);
    }
    return known;
  }

  private constructor() {}

  /**
   * A list begins: what it does not mark will be swept.
   *
   * @returns its number
   */
  beginList(): number {
    return ++this.#lists;
  }

  look(key: ObjectKey): Sighting {
    const known = this.#find(key);
    if (!known) {
      return { kind: 'news' };
    }
    if (known.uid !== key.uid) {
      return { kind: 'replaces', gone: known };
    }
    known.seen = this.#lists;
    const isSame =
      key.resourceVersion !== '' &&
      known.resourceVersion === key.resourceVersion;
    return { kind: isSame ? 'same' : 'news' };
  }

  keep({ namespace, name, uid, resourceVersion }: ObjectKey): void {
    let known = this.#namespaces.get(namespace);
    if (!known) {
      known = { namespace, objects: new Map() };
      this.#namespaces.set(namespace, known);
    }
    known.objects.set(name, {
      namespace: known.namespace,
      name,
      uid,
      resourceVersion,
      seen: this.#lists,
    });
  }

  /** @returns whether it was known */
  forget(key: ObjectKey): boolean {
    return this.#find(key)?.uid === key.uid && this.#delete(key);
  }

  /** Forgets what was not seen since the list began, of all or of one namespace. */
  sweep(list: number, namespace?: string): ObjectKey[] {
    const gone = this.#all(namespace).filter(({ seen }) => seen < list);
    gone.forEach(key => this.#delete(key));
    return gone;
  }

  /** Whatever is said of their versions now, they are not the same. */
  forgetVersions(): void {
    for (const known of this.#all()) {
      known.resourceVersion = '';
    }
  }

  #all(namespace?: string): Known[] {
    return [...this.#namespaces.values()]
      .filter(known => (namespace ?? known.namespace) === known.namespace)
      .flatMap(({ objects }) => [...objects.values()]);
  }

  #find({ namespace, name }: ObjectKey): Known | undefined {
    return this.#namespaces.get(namespace)?.objects.get(name);
  }

  #delete({ namespace, name }: ObjectKey): boolean {
    const objects = this.#namespaces.get(namespace)?.objects;
    const isKnown = objects?.delete(name) ?? false;
    if (objects?.size === 0) {
      this.#namespaces.delete(namespace);
    }
    return isKnown;
  }
}
