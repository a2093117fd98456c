import {
  MagnumCluster,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';

/** How far a cluster is, in Magnum's own words. */
export function describeCluster(
  cluster: MagnumCluster,
  groups: MagnumNodeGroup[],
): string {
  const reason = cluster.status_reason?.trim();
  const own = `Cluster ${cluster.name}: ${cluster.status ?? 'no status yet'}`;
  return [
    reason ? `${own}, ${reason}` : own,
    ...groups.map(group => {
      const { name, node_count: count, status } = group;
      const nodes = count === 1 ? '1 node' : `${count} nodes`;
      return `${name} ${status ?? 'no status yet'} (${nodes})`;
    }),
  ].join('; ');
}
