import { ClusterNodeGroup } from '@slipway/backstage-plugin-clusters-common';
import { NodeGroupSlice } from '../slices';
import { Seen } from '../subject/Seen';

/** A node group as the pages show it. */
export function nodeGroupOf({
  row,
  slice,
}: Seen<NodeGroupSlice>): ClusterNodeGroup {
  return {
    uuid: row.name,
    name: slice.name,
    role: slice.role,
    isDefault: slice.isDefault,
    nodeCount: slice.nodeCount ?? 0,
    minNodeCount: slice.minNodeCount,
    maxNodeCount: slice.maxNodeCount,
    flavor: slice.flavor,
    version: slice.kubeTag,
    status: slice.status ?? '',
    statusReason: slice.statusReason,
    updatedAt: slice.updatedAt,
  };
}
