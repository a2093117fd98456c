import { ClusterClient } from '@slipway/backstage-plugin-fleet-node';

/** What a cluster can be asked with: to read, and where somebody chose so to act. */
export interface ClusterClients {
  reader?: ClusterClient;
  operator?: ClusterClient;
}

/** Finds the clients of a cluster by its fleet name. */
export type ClientsFor = (cluster: string) => ClusterClients;
