import { LABEL_OWNER } from '@slipway/backstage-plugin-fleet-common';
import { Exchange, ScriptedApiServer } from './ScriptedApiServer';

interface StoredObject {
  metadata: {
    name: string;
    namespace?: string;
    uid: string;
    labels?: Record<string, string>;
    resourceVersion?: string;
  };
  [field: string]: unknown;
}

const PLURALS: Record<string, string[]> = {
  '/api/v1': ['namespaces'],
  '/apis/example.org/v1': ['widgets'],
};

/** An API server that holds namespaces and widgets, and tells who watches of changes. */
export class ObjectApiServer {
  readonly url: string;
  readonly #server: ScriptedApiServer;
  readonly #objects = new Map<string, Map<string, StoredObject>>();
  readonly #watches = new Map<string, Set<Exchange>>();
  #version = 100;

  static async start(options: { uid: string }): Promise<ObjectApiServer> {
    const server = await ScriptedApiServer.start();
    server.uid = options.uid;
    server.served = PLURALS;
    return new ObjectApiServer(server);
  }

  private constructor(server: ScriptedApiServer) {
    this.#server = server;
    this.url = server.url;
    this.#answerWatches();
  }

  /** All requests so far. */
  get log(): readonly string[] {
    return this.#server.log;
  }

  putNamespace(name: string, owner?: string): void {
    const labels: Record<string, string> = owner
      ? { [LABEL_OWNER]: owner }
      : {};
    this.#put('namespaces', { metadata: { name, uid: `ns-${name}`, labels } });
  }

  /** A widget that is healthy, or says what is wrong with it. */
  putWidget(namespace: string, name: string, broken?: string): void {
    const uid = `widget-${namespace}-${name}`;
    const metadata = { namespace, name, uid };
    this.#put('widgets', { metadata, status: { broken } });
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  #put(plural: string, object: StoredObject) {
    this.#version += 1;
    const objects = this.#objects.get(plural) ?? new Map();
    this.#objects.set(plural, objects);
    const { uid } = object.metadata;
    const type = objects.has(uid) ? 'MODIFIED' : 'ADDED';
    const versioned = {
      ...object,
      metadata: { ...object.metadata, resourceVersion: `${this.#version}` },
    };
    objects.set(uid, versioned);
    this.#watches
      .get(plural)
      ?.forEach(watch => watch.send({ type, object: versioned }));
  }

  async #answerWatches() {
    for (;;) {
      const watch = await this.#server.next('watch');
      const { plural, query } = watch;
      const from = Number(query.get('resourceVersion') ?? 0);
      const isList = query.get('sendInitialEvents') === 'true';
      const missed = [...(this.#objects.get(plural)?.values() ?? [])].filter(
        ({ metadata }) => isList || Number(metadata.resourceVersion) > from,
      );
      watch.send(...missed.map(object => ({ type: 'ADDED', object })), {
        type: 'BOOKMARK',
        object: {
          metadata: {
            resourceVersion: `${this.#version}`,
            annotations: isList ? { 'k8s.io/initial-events-end': 'true' } : {},
          },
        },
      });
      const watches = this.#watches.get(plural) ?? new Set();
      this.#watches.set(plural, watches.add(watch));
      watch.closed.then(() => watches.delete(watch));
    }
  }
}
