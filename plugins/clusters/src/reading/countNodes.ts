import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';

/** How many nodes a cluster should have. */
export interface NodeCounts {
  masters?: number;
  /** Of all groups that are not the control plane. */
  workers?: number;
}

/** By its node groups, or as the cluster itself says while there are none. */
export function countNodes(
  details: Pick<ClusterDetails, 'masterCount' | 'nodeCount' | 'nodeGroups'>,
): NodeCounts {
  const { masterCount, nodeCount, nodeGroups } = details;
  const workers = nodeGroups.filter(({ role }) => role !== 'master');

  return {
    masters: masterCount,
    workers:
      workers.length > 0
        ? workers.reduce((sum, group) => sum + group.nodeCount, 0)
        : nodeCount,
  };
}
