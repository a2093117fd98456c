import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ClusterSource } from './clusters';
import { Operation } from './operations';
import { RowSource } from './rowSources';

/**
 * What a module of the fleet plugin brings.
 *
 * @public
 */
export interface FleetDomainsExtensionPoint {
  /**
   * Adds a domain by the file of its pure part, which exports `domain` (a
   * FleetDomain): ingest may run in another thread, into which no closure goes.
   * `module` is what `require.resolve('<package>/domain')` gives, by the
   * package's name because built files have other endings.
   */
  addDomain(options: { module: string; operations?: Operation<any>[] }): void;
}

/** Where modules add domains. @public */
export const fleetDomainsExtensionPoint =
  createExtensionPoint<FleetDomainsExtensionPoint>({ id: 'fleet.domains' });

/**
 * Further places that know clusters.
 *
 * @public
 */
export interface FleetClustersExtensionPoint {
  /** Of two that name the same cluster the one added first wins. */
  addClusterSource(source: ClusterSource): void;
}

/** Where modules add cluster sources. @public */
export const fleetClustersExtensionPoint =
  createExtensionPoint<FleetClustersExtensionPoint>({ id: 'fleet.clusters' });

/**
 * Places that are no Kubernetes clusters and that rows come from.
 *
 * @public
 */
export interface FleetRowSourcesExtensionPoint {
  /**
   * Its rows come beside those of clusters.
   *
   * @throws Error when another one has its id.
   */
  addRowSource(source: RowSource): void;
}

/** Where modules add row sources. @public */
export const fleetRowSourcesExtensionPoint =
  createExtensionPoint<FleetRowSourcesExtensionPoint>({
    id: 'fleet.row-sources',
  });
