import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';

/** Differs when something was done to a cluster. */
export function markOf(cluster: MagnumCluster): string {
  const { status, updated_at, node_count } = cluster;
  return [status, updated_at, node_count].join(' ');
}
