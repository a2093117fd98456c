import { ClusterCause } from '../causes';

/** A cause that words of Magnum, or of what it repeats, name by themselves. @public */
export type ClusterObstacle = Extract<
  ClusterCause,
  | 'cluster.create.trust-refused'
  | 'cluster.create.image-unusable'
  | 'cluster.create.flavor-unusable'
  | 'cluster.create.quota-exceeded'
  | 'cluster.network.floating-ips-exhausted'
  | 'cluster.create.no-valid-host'
  | 'cluster.loadbalancer.failed'
  | 'cluster.credentials.creator-gone'
>;
