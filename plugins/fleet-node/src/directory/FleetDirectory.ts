import { SourceState } from '@slipway/backstage-plugin-fleet-common';
import { ClusterDefinition } from '../clusters';

/** A cluster of the fleet as other plugins of the same backend may use it. @public */
export interface DirectoryCluster {
  /** Fleet name. */
  name: string;
  /** With the credentials of the fleet's reader. */
  access: ClusterDefinition['access'];
  /** Whether it is heard. */
  state: SourceState;
  /** False once it does not answer any more. */
  reachable: boolean;
  /** What environments select it by. */
  labels: Record<string, string>;
  /** Entity reference of the owning group. */
  owner?: string;
}

/** By what rows belong to a catalog entity. @public */
export interface DirectoryQuery {
  /** What namespaces of the entity name as their service: its name, its `backstage.io/kubernetes-id`. */
  services: string[];
  /** Entity reference of the group that owns the entity; other's namespaces are not its. */
  owner?: string;
  /** Selects objects of the entity in all namespaces, as an API server takes it. */
  labelSelector?: string;
}

/** Which clusters there are, and which of them hold what. @public */
export interface FleetDirectory {
  /** All clusters of the fleet. */
  clusters(): DirectoryCluster[];
  /** Names of those that answer now and hold rows of an entity. */
  clustersHolding(query: DirectoryQuery): string[];
}

/**
 * The directory of the fleet that runs in this backend. It is empty until the
 * fleet plugin has filled it.
 *
 * @public
 */
export interface FleetDirectoryService extends FleetDirectory {
  /** Called once by the fleet plugin when it starts. */
  fill(directory: FleetDirectory): void;
}
