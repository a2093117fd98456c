import {
  ClusterRecord,
  NodeGroupRecord,
  TemplateRecord,
} from '../store/records';
import { linksOf } from './addressOf';
import { compareLabels } from './compareLabels';
import { timeOf } from './timeOf';

/** A cluster as the short list shows it. */
export function clusterSummaryJson(cluster: ClusterRecord, minor: number) {
  const { groups } = cluster;
  const master = groups.find(group => group.role === 'master');
  const worker = groups.find(
    group => group.isDefault && group.role !== 'master',
  );
  const count = (which: (group: NodeGroupRecord) => boolean) =>
    groups.filter(which).reduce((sum, group) => sum + group.nodeCount, 0);
  return {
    uuid: cluster.uuid,
    name: cluster.name,
    cluster_template_id: cluster.templateId,
    keypair: cluster.keypair ?? null,
    node_count: count(group => group.role !== 'master'),
    master_count: count(group => group.role === 'master'),
    docker_volume_size: cluster.dockerVolumeSize ?? null,
    labels: cluster.labels,
    master_flavor_id: master?.flavorId ?? null,
    flavor_id: worker?.flavorId ?? null,
    create_timeout: cluster.createTimeout,
    links: linksOf(`clusters/${cluster.uuid}`),
    // Drivers without Heat have no stack.
    [minor >= 13 ? 'cluster_id' : 'stack_id']: cluster.stackId ?? null,
    status: cluster.status,
    health_status: cluster.healthStatus ?? null,
    merge_labels: false,
  };
}

/** A cluster with all that is known of it. */
export function clusterJson(
  cluster: ClusterRecord,
  template: TemplateRecord | undefined,
  minor: number,
) {
  const { groups } = cluster;
  const { health_status, merge_labels, ...summary } = clusterSummaryJson(
    cluster,
    minor,
  );
  const addresses = (which: (group: NodeGroupRecord) => boolean) =>
    groups
      .filter(which)
      .flatMap(({ nodes }) => nodes.map(({ address }) => address));
  const isBuilt = cluster.apiAddress !== undefined;
  return {
    ...summary,
    status_reason: cluster.statusReason ?? null,
    health_status,
    health_status_reason: cluster.healthReason,
    discovery_url: cluster.discoveryUrl ?? null,
    api_address: cluster.apiAddress ?? null,
    coe_version: cluster.version ?? null,
    container_version: cluster.version === undefined ? null : '1.7.27',
    project_id: cluster.projectId,
    user_id: cluster.userId,
    node_addresses: isBuilt ? addresses(group => group.role !== 'master') : [],
    master_addresses: isBuilt ? addresses(({ role }) => role === 'master') : [],
    ...(cluster.status.endsWith('_FAILED') && { faults: faultsOf(cluster) }),
    fixed_network: cluster.fixedNetwork ?? null,
    fixed_subnet: cluster.fixedSubnet ?? null,
    floating_ip_enabled: cluster.floatingIpEnabled,
    merge_labels,
    ...compareLabels(cluster.labels, template?.fields.labels ?? {}),
    master_lb_enabled: cluster.masterLbEnabled,
    created_at: timeOf(cluster.createdAt),
    updated_at: timeOf(cluster.updatedAt),
  };
}

function faultsOf({ groups }: ClusterRecord): Record<string, string> {
  return Object.fromEntries(
    groups
      .filter(({ status }) => status.endsWith('_FAILED'))
      .map(({ name, statusReason = '' }) => [name, statusReason]),
  );
}
