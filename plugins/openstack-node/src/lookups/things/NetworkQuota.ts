import { Usage } from './Usage';

/** What networking uses and may use. @public */
export interface NetworkQuota {
  /** One for each node and API that is reachable from outside. */
  floatingIps: Usage;
  /** One for a cluster, unless it is put into one. */
  networks: Usage;
  /** One for a cluster, unless it is put into one. */
  subnets: Usage;
  /** One for a cluster, unless it is put into a network. */
  routers: Usage;
  /** One for each node, and some. */
  ports: Usage;
  /** Some for a cluster. */
  securityGroups: Usage;
}
