import { KubernetesClient, KubernetesObject, ObjectChange } from '../../client';
import { FIELD_MANAGER } from '../compare/appliedFields';
import { IN_CLUSTER_NAME, IN_CLUSTER_SERVER } from '../constants';
import { ApplicationDestination } from '../types';
import { readClusterSecret, RegisteredCluster } from './clusterSecret';
import { DestinationCluster } from './DestinationCluster';

/** A cluster that stalls must not hold up what runs on others. */
const REQUEST_TIMEOUT_MS = 20_000;

export type FoundCluster = { cluster: DestinationCluster } | { error: string };

export interface ClusterRegistryOptions {
  hub: KubernetesClient;
  signal: AbortSignal;
}

/** Who wants to know what happens on the clusters. */
export interface ClusterListener {
  objectChanged(server: string, change: ObjectChange<KubernetesObject>): void;
  /** It came, went, is reachable again or no longer, or serves other kinds. */
  clusterChanged(server: string): void;
}

/** The clusters that Secrets register, and the one Argo CD runs on. */
export class ClusterRegistry {
  readonly #options: ClusterRegistryOptions;
  readonly #registered = new Map<string, RegisteredCluster>();
  readonly #connected = new Map<string, DestinationCluster>();
  readonly #listeners: ClusterListener[] = [];

  static create(options: ClusterRegistryOptions): ClusterRegistry {
    return new ClusterRegistry(options);
  }

  private constructor(options: ClusterRegistryOptions) {
    this.#options = options;
  }

  subscribe(listener: ClusterListener): void {
    this.#listeners.push(listener);
  }

  /** Follows the cluster Secrets: all of them at each change of one. */
  replace(secrets: KubernetesObject[]): void {
    const next = new Map<string, RegisteredCluster>();
    for (const secret of secrets) {
      const cluster = readClusterSecret(secret);
      if (cluster) {
        next.set(cluster.server, cluster);
      }
    }
    const servers = new Set([...this.#registered.keys(), ...next.keys()]);
    for (const server of servers) {
      const before = this.#registered.get(server);
      const after = next.get(server);
      if (JSON.stringify(before) === JSON.stringify(after)) {
        continue;
      }
      if (after) {
        this.#registered.set(server, after);
      } else {
        this.#registered.delete(server);
      }
      this.#connected.get(server)?.disconnect();
      this.#connected.delete(server);
      this.#changed(server);
    }
  }

  /** What the clusters generator sees: every registered cluster, and the own one. */
  list(): RegisteredCluster[] {
    const registered = [...this.#registered.values()];
    return this.#registered.has(IN_CLUSTER_SERVER)
      ? registered
      : [...registered, inCluster()];
  }

  /** The cluster that a destination means, in Argo CD's words when there is none. */
  find(destination: ApplicationDestination): FoundCluster {
    const { name, server } = destination;
    if (name && server) {
      return {
        error: `application destination can't have both name and server defined: ${name} ${server}`,
      };
    }
    if (!name && !server) {
      return { error: 'destination server missing from app spec' };
    }
    return name ? this.#findByName(name) : this.#findByServer(server!);
  }

  #findByName(name: string): FoundCluster {
    const matches = this.list().filter(cluster => cluster.name === name);
    if (matches.length === 0) {
      return { error: `there are no clusters with this name: ${name}` };
    }
    if (matches.length > 1) {
      return {
        error: `there are ${
          matches.length
        } clusters with the same name: [${matches
          .map(match => match.server)
          .join(' ')}]`,
      };
    }
    return { cluster: this.#connect(matches[0]) };
  }

  #findByServer(address: string): FoundCluster {
    const server = address.replace(/\/+$/, '');
    const registered = this.list().find(cluster => cluster.server === server);
    return registered
      ? { cluster: this.#connect(registered) }
      : {
          error: `error getting cluster by server "${server}": rpc error: code = NotFound desc = cluster "${server}" not found`,
        };
  }

  #connect(registered: RegisteredCluster): DestinationCluster {
    const { name, server } = registered;
    const known = this.#connected.get(server);
    if (known) {
      return known;
    }
    const client = this.#clientOf(registered);
    const cluster = DestinationCluster.connect({
      name,
      server,
      client,
      ownsClient: client !== this.#options.hub,
      signal: this.#options.signal,
      onObjectChange: change =>
        this.#listeners.forEach(listener =>
          listener.objectChanged(server, change),
        ),
      onStateChange: () => this.#changed(server),
    });
    this.#connected.set(server, cluster);
    return cluster;
  }

  #changed(server: string) {
    this.#listeners.forEach(listener => listener.clusterChanged(server));
  }

  #clientOf(registered: RegisteredCluster): KubernetesClient {
    const { name, server, bearerToken, caPem, insecure } = registered;
    return server === IN_CLUSTER_SERVER
      ? this.#options.hub
      : KubernetesClient.create({
          name,
          server,
          caPem,
          insecure,
          token: bearerToken ?? '',
          manager: FIELD_MANAGER,
          timeoutMs: REQUEST_TIMEOUT_MS,
        });
  }
}

function inCluster(): RegisteredCluster {
  return {
    name: IN_CLUSTER_NAME,
    server: IN_CLUSTER_SERVER,
    insecure: false,
    registered: false,
    labels: {},
    annotations: {},
  };
}
