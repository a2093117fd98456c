import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { Cloud } from '@slipway/backstage-plugin-openstack-node';
import { CloudCluster, toCloudCluster } from './CloudCluster';

/** What is asked of a cloud. */
export interface ClusterCloud extends Pick<Cloud, 'name' | 'watchOnly'> {
  magnum: Pick<
    Cloud['magnum'],
    'getCluster' | 'getClusterSoonAfterCreate' | 'listClusters'
  >;
}

interface Known {
  /** When it was asked last, with or without an answer. */
  at: number;
  clusters: CloudCluster[];
}

const RECENT_MS = 60_000;
const PATIENCE_MS = 5_000;

/** The clusters of all clouds: names are unique across them. */
export class Inventory {
  readonly #clouds: readonly ClusterCloud[];
  readonly #clock: Clock;
  readonly #known = new Map<string, Known>();

  static create(options: {
    clouds: readonly ClusterCloud[];
    clock: Clock;
  }): Inventory {
    return new Inventory(options);
  }

  private constructor(options: {
    clouds: readonly ClusterCloud[];
    clock: Clock;
  }) {
    this.#clouds = options.clouds;
    this.#clock = options.clock;
  }

  /** As the cloud says now. */
  async list(
    cloud: ClusterCloud,
    signal: AbortSignal,
  ): Promise<CloudCluster[]> {
    const answer = await cloud.magnum.listClusters({ signal });
    const clusters = answer.map(cluster => toCloudCluster(cloud, cluster));
    this.#known.set(cloud.name, { at: this.#clock.now(), clusters });
    return clusters;
  }

  /** As other clouds said lately, or at last: none holds up the others for long. */
  async others(
    cloud: ClusterCloud,
    signal: AbortSignal,
  ): Promise<CloudCluster[]> {
    const others = this.#clouds.filter(({ name }) => name !== cloud.name);
    const lists = await Promise.all(
      others.map(other => this.#recent(other, signal)),
    );
    return lists.flat();
  }

  async #recent(
    cloud: ClusterCloud,
    signal: AbortSignal,
  ): Promise<CloudCluster[]> {
    const known = this.#known.get(cloud.name);
    const at = this.#clock.now();
    if (known && at - known.at < RECENT_MS) {
      return known.clusters;
    }
    try {
      const patience = AbortSignal.timeout(PATIENCE_MS);
      return await this.list(cloud, AbortSignal.any([signal, patience]));
    } catch {
      // Its own provider says what is wrong with it.
      signal.throwIfAborted();
      const clusters = known?.clusters ?? [];
      this.#known.set(cloud.name, { at, clusters });
      return clusters;
    }
  }
}
