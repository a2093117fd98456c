import {
  ClusterAccess,
  ClusterClient,
  ClusterDefinition,
} from '@slipway/backstage-plugin-fleet-node';
import { ClosableClusterClient, createClusterClient } from '../../watch';

interface Clients {
  definition: ClusterDefinition;
  reader?: ClosableClusterClient;
  operator?: ClosableClusterClient;
}

/** Clients for one-off requests to the clusters of the moment. */
export class ClusterClients {
  readonly #clients = new Map<string, Clients>();

  static create(): ClusterClients {
    return new ClusterClients();
  }

  private constructor() {}

  set(clusters: ClusterDefinition[]): void {
    const now = new Map(clusters.map(cluster => [cluster.name, cluster]));
    for (const [name, { definition }] of this.#clients) {
      if (now.get(name)?.revision !== definition.revision) {
        this.#close(name);
      }
    }
    for (const [name, definition] of now) {
      if (!this.#clients.has(name)) {
        this.#clients.set(name, { definition });
      }
    }
  }

  /** Reads as the fleet does. */
  reader(name: string): ClusterClient | undefined {
    const clients = this.#clients.get(name);
    const access = clients?.definition.access;
    if (!clients || !access || 'error' in access) {
      return undefined;
    }
    clients.reader ??= createClusterClient(access);
    return clients.reader;
  }

  /** For operations; `undefined` where nobody gave credentials for them. */
  operator(name: string): ClusterClient | undefined {
    const clients = this.#clients.get(name);
    const access: ClusterAccess | undefined = clients?.definition.operator;
    if (!clients || !access) {
      return undefined;
    }
    clients.operator ??= createClusterClient(access);
    return clients.operator;
  }

  async close(): Promise<void> {
    [...this.#clients.keys()].forEach(name => this.#close(name));
  }

  #close(name: string): void {
    const clients = this.#clients.get(name);
    this.#clients.delete(name);
    clients?.reader?.close().catch(() => undefined);
    clients?.operator?.close().catch(() => undefined);
  }
}
