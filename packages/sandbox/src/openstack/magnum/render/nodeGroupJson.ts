import { ClusterRecord, NodeGroupRecord } from '../store/records';
import { linksOf } from './addressOf';
import { compareLabels } from './compareLabels';
import { timeOf } from './timeOf';

/** A node group as the list shows it. */
export function nodeGroupSummaryJson(group: NodeGroupRecord) {
  return {
    uuid: group.uuid,
    name: group.name,
    flavor_id: group.flavorId,
    image_id: group.imageId,
    node_count: group.nodeCount,
    role: group.role,
    min_node_count: group.minNodeCount,
    // Magnum forgets it here: whoever wants to know asks for the group itself.
    max_node_count: null,
    is_default: group.isDefault,
    stack_id: group.stackId ?? null,
    status: group.status,
    merge_labels: false,
  };
}

/** What a new node group is answered with: nothing yet of what becomes of it. */
export function newNodeGroupJson(
  cluster: ClusterRecord,
  group: NodeGroupRecord,
  minor: number,
) {
  const {
    id,
    docker_volume_size: dockerVolumeSize,
    node_addresses: nodeAddresses,
    max_node_count: maxNodeCount,
    is_default: isDefault,
    stack_id: stackId,
    status,
    status_reason: statusReason,
    version,
    created_at: createdAt,
    updated_at: updatedAt,
    ...known
  } = nodeGroupJson(cluster, group, minor);
  return {
    ...known,
    ...(maxNodeCount !== null && { max_node_count: maxNodeCount }),
  };
}

export function nodeGroupJson(
  cluster: ClusterRecord,
  group: NodeGroupRecord,
  minor: number,
) {
  return {
    id: group.id,
    uuid: group.uuid,
    name: group.name,
    cluster_id: cluster.uuid,
    project_id: cluster.projectId,
    docker_volume_size: group.dockerVolumeSize ?? null,
    labels: group.labels,
    links: linksOf(`clusters/${cluster.uuid}/nodegroups/${group.uuid}`),
    flavor_id: group.flavorId,
    image_id: group.imageId,
    node_addresses:
      group.status === 'CREATE_IN_PROGRESS'
        ? []
        : group.nodes.map(({ address }) => address),
    node_count: group.nodeCount,
    role: group.role,
    min_node_count: group.minNodeCount,
    max_node_count: group.maxNodeCount ?? null,
    is_default: group.isDefault,
    stack_id: group.stackId ?? null,
    status: group.status,
    status_reason: group.statusReason ?? null,
    version: null,
    merge_labels: false,
    ...compareLabels(
      group.labels,
      group.isDefault ? group.labels : cluster.labels,
    ),
    ...(minor >= 14 && {
      node_labels: group.nodeLabels,
      node_taints: group.nodeTaints,
    }),
    created_at: timeOf(group.createdAt),
    updated_at: timeOf(group.updatedAt),
  };
}
