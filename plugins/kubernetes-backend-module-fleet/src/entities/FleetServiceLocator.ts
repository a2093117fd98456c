import { Entity } from '@backstage/catalog-model';
import {
  ClusterDetails,
  KubernetesServiceLocator,
} from '@backstage/plugin-kubernetes-node';
import {
  DirectoryCluster,
  FleetDirectory,
} from '@slipway/backstage-plugin-fleet-node';
import { FleetClustersSupplier } from '../clusters/FleetClustersSupplier';
import { clusterOfEntity } from './clusterOfEntity';
import { queryOfEntity } from './queryOfEntity';

/** What {@link FleetServiceLocator} looks into. */
export interface FleetServiceLocatorOptions {
  directory: FleetDirectory;
  supplier: FleetClustersSupplier;
}

/** Only the clusters that hold rows of an entity, and answer. */
export class FleetServiceLocator implements KubernetesServiceLocator {
  readonly #options: FleetServiceLocatorOptions;

  static create(options: FleetServiceLocatorOptions): FleetServiceLocator {
    return new FleetServiceLocator(options);
  }

  private constructor(options: FleetServiceLocatorOptions) {
    this.#options = options;
  }

  async getClustersByEntity(
    entity: Entity,
  ): Promise<{ clusters: ClusterDetails[] }> {
    const { supplier } = this.#options;
    return { clusters: await supplier.supply(this.#clustersOf(entity)) };
  }

  #clustersOf(entity: Entity): DirectoryCluster[] {
    const { directory } = this.#options;
    const own = clusterOfEntity(entity);
    if (own !== undefined) {
      return directory
        .clusters()
        .filter(({ name }) => name === own)
        .filter(({ state, reachable }) => state === 'live' && reachable);
    }
    const holding = new Set(directory.clustersHolding(queryOfEntity(entity)));
    return directory.clusters().filter(({ name }) => holding.has(name));
  }
}
