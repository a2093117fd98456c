import { KubernetesObject } from '@slipway/backstage-plugin-fleet-node';
import { Line } from '../stream/BoundedBytes';
import { keyOf } from './keyOf';
import { KnownObjects, ObjectKey } from './KnownObjects';

const MOST_NAMES = 100;

/** Who wants to know of the objects of one resource. */
export interface ObjectListener {
  /** New or changed. @returns whether anything is kept of it */
  changed(object: KubernetesObject, key: ObjectKey): boolean;
  /** `object` is its last state, where the server told it. */
  gone(key: ObjectKey, object: KubernetesObject | undefined): void;
}

/** Turns what a server sends into changes: nothing lost, nothing twice. */
export class ObjectFeed {
  readonly #known: KnownObjects;
  readonly #listener: ObjectListener;
  readonly #namespace: string | undefined;
  #list = 0;
  /** Objects that were too large to be read, by how they begin. */
  #skipped = new Map<string, number>();
  #skippedInList = false;

  static create(options: {
    known: Iterable<ObjectKey>;
    listener: ObjectListener;
  }): ObjectFeed {
    return new ObjectFeed(KnownObjects.create(options.known), options.listener);
  }

  private constructor(
    known: KnownObjects,
    listener: ObjectListener,
    namespace?: string,
  ) {
    this.#known = known;
    this.#listener = listener;
    this.#namespace = namespace;
  }

  /** The same objects, of which lists of one namespace tell. */
  within(namespace: string): ObjectFeed {
    return new ObjectFeed(this.#known, this.#listener, namespace);
  }

  /** What could not be read, in words; `undefined` when everything could. */
  get gaps(): string | undefined {
    const [first] = this.#skipped;
    if (!first) {
      return undefined;
    }
    const [name, bytes] = first;
    const others = this.#skipped.size - 1;
    const more = others > 0 ? ` and ${others} more` : '';
    return `too large to be read: ${name} with ${bytes} bytes${more}`;
  }

  beginList(): void {
    this.#list = this.#known.beginList();
    this.#skipped = new Map();
    this.#skippedInList = false;
  }

  /** All of the list has arrived: what it did not hold has gone. */
  endList(): void {
    // Which of the known ones was too large to be read cannot be told.
    if (!this.#skippedInList) {
      this.#sweep();
    }
  }

  /** There are no objects any more. */
  removeAll(): void {
    this.beginList();
    this.#sweep();
  }

  upsert(object: KubernetesObject): void {
    const key = keyOf(object);
    if (!key) {
      return;
    }
    const sighting = this.#known.look(key);
    if (sighting.kind === 'same') {
      return;
    }
    if (sighting.kind === 'replaces') {
      this.#known.forget(sighting.gone);
      this.#listener.gone(sighting.gone, undefined);
    }
    if (this.#listener.changed(object, key)) {
      this.#known.keep(key);
    } else if (this.#known.forget(key)) {
      this.#listener.gone(key, undefined);
    }
  }

  remove(object: KubernetesObject): void {
    const key = keyOf(object);
    if (key && this.#known.forget(key)) {
      this.#listener.gone(key, object);
    }
  }

  /** Of an object that was too large. */
  skip({ skipped, head }: Extract<Line, { skipped: number }>): void {
    this.#skippedInList = true;
    if (this.#skipped.size < MOST_NAMES) {
      this.#skipped.set(nameIn(head), skipped);
    }
  }

  /** The server is another one, which counts its own versions. */
  forgetVersions(): void {
    this.#known.forgetVersions();
  }

  #sweep(): void {
    this.#known
      .sweep(this.#list, this.#namespace)
      .forEach(key => this.#listener.gone(key, undefined));
  }
}

/** Servers write the name near the beginning. */
function nameIn(head: Buffer): string {
  const field = (name: string) =>
    head.toString().match(new RegExp(`"${name}"\\s*:\\s*"([^"]{1,253})"`))?.[1];
  const name = field('name') ?? 'an object';
  const namespace = field('namespace');
  return namespace ? `${namespace}/${name}` : name;
}
