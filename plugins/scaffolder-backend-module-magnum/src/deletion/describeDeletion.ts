import {
  MagnumCluster,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';

/** What goes with a cluster, and what does not. */
export function describeDeletion(
  cluster: MagnumCluster,
  groups: MagnumNodeGroup[],
): string[] {
  const { name, uuid, status, master_count: masters } = cluster;
  const parts =
    groups.length > 0
      ? groups.map(
          group =>
            `  node group ${group.name} with ${countNodes(group.node_count)}`,
        )
      : [
          `  ${countNodes(masters)} of the control plane`,
          `  ${countNodes(cluster.node_count)}`,
        ];
  return [
    `the cluster ${name} (${uuid}, ${status}) and all that runs on it:`,
    ...parts,
    'May be left over in the cloud, and is then to be deleted there: volumes of its PersistentVolumes, load balancers of its Services, floating IPs',
  ];
}

function countNodes(count: number): string {
  return count === 1 ? '1 node' : `${count} nodes`;
}
