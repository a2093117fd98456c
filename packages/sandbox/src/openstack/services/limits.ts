import { idOf } from '../keystone/idOf';
import { ClusterRecord } from '../magnum/store/records';
import { PROJECT_LIMITS, usageOf } from './ProjectUsage';

/** Nova's view of a project. */
export function computeLimits(
  clusters: readonly ClusterRecord[],
  projectId: string,
) {
  const usage = usageOf(clusters, projectId);
  return {
    rate: [],
    absolute: {
      maxTotalCores: PROJECT_LIMITS.cores,
      totalCoresUsed: usage.cores,
      maxTotalRAMSize: PROJECT_LIMITS.ram,
      totalRAMUsed: usage.ram,
      maxTotalInstances: PROJECT_LIMITS.instances,
      totalInstancesUsed: usage.instances,
      maxTotalKeypairs: 100,
      maxServerMeta: 128,
      maxServerGroups: 100,
      maxServerGroupMembers: 100,
      totalServerGroupsUsed: usage.clusters,
    },
  };
}

/** Cinder's. */
export function volumeLimits(
  clusters: readonly ClusterRecord[],
  projectId: string,
) {
  const volumes = clusters
    .filter(cluster => cluster.projectId === projectId)
    .flatMap(({ dockerVolumeSize: size, groups }) =>
      size === undefined
        ? []
        : groups.flatMap(({ nodes }) => nodes.map(() => size)),
    );
  return {
    rate: [],
    absolute: {
      maxTotalVolumes: PROJECT_LIMITS.volumes,
      totalVolumesUsed: volumes.length,
      maxTotalVolumeGigabytes: PROJECT_LIMITS.gigabytes,
      totalGigabytesUsed: volumes.reduce((sum, size) => sum + size, 0),
      maxTotalSnapshots: 100,
      totalSnapshotsUsed: 0,
      maxTotalBackups: 100,
      totalBackupsUsed: 0,
      maxTotalBackupGigabytes: 1000,
      totalBackupGigabytesUsed: 0,
    },
  };
}

/** Neutron's. */
export function networkQuota(
  clusters: readonly ClusterRecord[],
  projectId: string,
) {
  const usage = usageOf(clusters, projectId);
  const item = (limit: number, used: number) => ({ limit, used, reserved: 0 });
  return {
    floatingip: item(
      PROJECT_LIMITS.floatingIps,
      floatingIpsOf(clusters, projectId).length,
    ),
    network: item(PROJECT_LIMITS.networks, usage.clusters),
    subnet: item(PROJECT_LIMITS.networks, usage.clusters),
    router: item(PROJECT_LIMITS.routers, usage.clusters),
    port: item(PROJECT_LIMITS.ports, usage.instances + 3 * usage.clusters),
    security_group: item(PROJECT_LIMITS.securityGroups, 1 + usage.clusters),
    security_group_rule: item(5000, 20 * usage.clusters),
  };
}

/** One for the API of each cluster that wants one. */
export function floatingIpsOf(
  clusters: readonly ClusterRecord[],
  projectId: string,
) {
  return clusters
    .filter(
      cluster =>
        cluster.projectId === projectId &&
        cluster.floatingIpEnabled &&
        cluster.apiAddress !== undefined,
    )
    .map(({ uuid, id }) => ({
      id: idOf('floatingip', uuid),
      name: '',
      status: 'ACTIVE',
      floating_ip_address: `203.0.113.${10 + (id % 240)}`,
      floating_network_id: idOf('network', 'public'),
      fixed_ip_address: '10.0.0.10',
      project_id: projectId,
    }));
}
