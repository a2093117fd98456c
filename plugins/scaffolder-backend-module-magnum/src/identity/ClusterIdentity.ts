/** What makes a cluster the one of an order; never changes. */
export interface ClusterIdentity {
  entityRef: string;
  cloud: string;
  /** Id. */
  project: string;
}
