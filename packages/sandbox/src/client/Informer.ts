import { setTimeout as delay } from 'node:timers/promises';
import { KubernetesApiError } from './KubernetesApiError';
import { KubernetesClient } from './KubernetesClient';
import { KubernetesObject, KubernetesResource } from './types';

export interface InformerOptions {
  client: KubernetesClient;
  resource: KubernetesResource;
  namespace?: string;
  signal: AbortSignal;
}

/** `before` is absent for a new object, `after` for one that is gone. */
export type ObjectChange<T> = { before?: T; after?: T };

const RETRY_MS = 500;

/** All objects of one kind, kept up to date by one watch. */
export class Informer<T extends KubernetesObject = KubernetesObject> {
  /** Resolves after the first complete list. */
  readonly synced: Promise<void>;
  readonly #objects = new Map<string, T>();
  readonly #listeners = new Set<(change: ObjectChange<T>) => void>();
  readonly #options: InformerOptions;
  #markSynced!: () => void;

  /** Lists and watches until `signal` aborts; a dead server is tried again. */
  static start<K extends KubernetesObject>(
    options: InformerOptions,
  ): Informer<K> {
    const informer = new Informer<K>(options);
    informer.#run();
    return informer;
  }

  private constructor(options: InformerOptions) {
    this.#options = options;
    this.synced = new Promise(resolve => {
      this.#markSynced = resolve;
    });
  }

  get(name: string, namespace = ''): T | undefined {
    return this.#objects.get(`${namespace}/${name}`);
  }

  list(namespace?: string): T[] {
    const all = [...this.#objects.values()];
    return namespace === undefined
      ? all
      : all.filter(object => object.metadata.namespace === namespace);
  }

  /** Calls for every object already known and for every change after that. */
  onChange(listener: (change: ObjectChange<T>) => void): void {
    this.#listeners.add(listener);
    for (const after of this.#objects.values()) {
      listener({ after });
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#options;
    while (!signal.aborted) {
      try {
        await this.#listAndWatch();
      } catch (error) {
        // 404: the kind's definition is not there yet; it may come.
        if (!signal.aborted) {
          await delay(RETRY_MS, undefined, { signal }).catch(() => {});
        }
        if (error instanceof KubernetesApiError && error.code === 404) {
          this.#replace([]);
        }
      }
    }
  }

  async #listAndWatch(): Promise<void> {
    const { client, resource, namespace, signal } = this.#options;
    const page = await client.list<T>(resource, { namespace, signal });
    this.#replace(page.items);
    this.#markSynced();
    let { resourceVersion } = page;
    while (!signal.aborted) {
      for await (const event of client.watch<T>(resource, {
        namespace,
        resourceVersion,
        signal,
      })) {
        if (event.type === 'ERROR') {
          return;
        }
        resourceVersion = event.object.metadata.resourceVersion!;
        if (event.type === 'DELETED') {
          this.#remove(event.object);
        } else if (event.type !== 'BOOKMARK') {
          this.#put(event.object);
        }
      }
    }
  }

  #replace(items: T[]) {
    const kept = new Set(items.map(keyOf));
    for (const [key, object] of [...this.#objects]) {
      if (!kept.has(key)) {
        this.#remove(object);
      }
    }
    items.forEach(item => this.#put(item));
  }

  #put(after: T) {
    const before = this.#objects.get(keyOf(after));
    if (
      before?.metadata.resourceVersion === after.metadata.resourceVersion &&
      before?.metadata.uid === after.metadata.uid
    ) {
      return;
    }
    this.#objects.set(keyOf(after), after);
    this.#tell({ before, after });
  }

  #remove(before: T) {
    if (this.#objects.delete(keyOf(before))) {
      this.#tell({ before });
    }
  }

  #tell(change: ObjectChange<T>) {
    for (const listener of this.#listeners) {
      listener(change);
    }
  }
}

function keyOf(object: KubernetesObject): string {
  return `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}
