import { EventEmitter, once } from 'node:events';
import {
  Informer,
  KubernetesClient,
  KubernetesObject,
  KubernetesResource,
  ObjectChange,
} from '../../client';
import { trackedApplication } from '../compare/tracking';
import { objectKey } from './objectKey';

export interface LiveObjectsOptions {
  client: KubernetesClient;
  signal: AbortSignal;
  onChange: (change: ObjectChange<KubernetesObject>) => void;
}

const SYNC_TIMEOUT_MS = 10_000;

/** The objects of one cluster of the kinds that somebody manages, always current. */
export class LiveObjects {
  readonly #options: LiveObjectsOptions;
  readonly #informers = new Map<string, Informer>();
  readonly #synced = new Set<string>();
  readonly #objects = new Map<string, KubernetesObject>();
  readonly #byApplication = new Map<string, Set<string>>();
  readonly #byOwner = new Map<string, Set<string>>();
  readonly #changes = new EventEmitter();

  static create(options: LiveObjectsOptions): LiveObjects {
    return new LiveObjects(options);
  }

  private constructor(options: LiveObjectsOptions) {
    this.#options = options;
  }

  /** Begins to watch a kind; resolves when its objects are known. */
  async watch(resource: KubernetesResource): Promise<void> {
    const { client, signal } = this.#options;
    const id = `${resource.group}/${resource.kind}`;
    let informer = this.#informers.get(id);
    if (!informer) {
      informer = Informer.start({ client, resource, signal });
      this.#informers.set(id, informer);
      informer.onChange(change => this.#take(change));
    }
    if (this.#synced.has(id)) {
      return;
    }
    const late = AbortSignal.timeout(SYNC_TIMEOUT_MS);
    await Promise.race([
      informer.synced,
      once(late, 'abort').then(() => {
        throw new Error(`no answer to a list of ${resource.plural}`);
      }),
    ]);
    this.#synced.add(id);
  }

  get(key: string): KubernetesObject | undefined {
    return this.#objects.get(key);
  }

  /** The objects that carry the tracking mark of an Application. */
  ofApplication(name: string): KubernetesObject[] {
    return this.#all(this.#byApplication.get(name));
  }

  /** The objects that name this one as an owner. */
  ownedBy(uid: string): KubernetesObject[] {
    return this.#all(this.#byOwner.get(uid));
  }

  /** Resolves when an object is no longer there. */
  async waitUntilGone(key: string, signal: AbortSignal): Promise<void> {
    while (this.#objects.has(key)) {
      await once(this.#changes, key, { signal });
    }
  }

  /** Takes over what a write answered, before the watch says so. */
  observe(object: KubernetesObject): void {
    if (!isOlder(object, this.#objects.get(objectKey(object)))) {
      this.#put(object);
    }
  }

  #all(keys: Iterable<string> = []): KubernetesObject[] {
    return [...keys].map(key => this.#objects.get(key)!);
  }

  #take({ before, after }: ObjectChange<KubernetesObject>) {
    const key = objectKey((after ?? before)!);
    const known = this.#objects.get(key);
    if (after && !isOlder(after, known)) {
      this.#put(after);
    } else if (!after && known?.metadata.uid === before?.metadata.uid) {
      this.#remove(key);
    }
    this.#changes.emit(key);
    this.#options.onChange({ before: known, after });
  }

  #put(object: KubernetesObject) {
    const key = objectKey(object);
    this.#remove(key);
    this.#objects.set(key, object);
    this.#index(object, (index, id) => {
      index.set(id, (index.get(id) ?? new Set()).add(key));
    });
  }

  #remove(key: string) {
    const object = this.#objects.get(key);
    if (object) {
      this.#objects.delete(key);
      this.#index(object, (index, id) => index.get(id)?.delete(key));
    }
  }

  #index(
    object: KubernetesObject,
    visit: (index: Map<string, Set<string>>, id: string) => void,
  ) {
    const application = trackedApplication(object);
    if (application) {
      visit(this.#byApplication, application);
    }
    for (const owner of object.metadata.ownerReferences ?? []) {
      visit(this.#byOwner, owner.uid);
    }
  }
}

function isOlder(
  object: KubernetesObject,
  known: KubernetesObject | undefined,
): boolean {
  return (
    known !== undefined &&
    known.metadata.uid === object.metadata.uid &&
    BigInt(object.metadata.resourceVersion!) <
      BigInt(known.metadata.resourceVersion!)
  );
}
