import { ClusterRecord, NodeGroupRecord } from '../magnum/store/records';
import { FLAVORS } from './cloudResources';

/** The quotas that each project has; clusters of many nodes meet them. */
export const PROJECT_LIMITS = {
  cores: 400,
  ram: 819_200,
  instances: 200,
  floatingIps: 100,
  ports: 2000,
  networks: 200,
  routers: 100,
  securityGroups: 500,
  volumes: 200,
  gigabytes: 20_000,
};

export interface ProjectUsage {
  cores: number;
  ram: number;
  instances: number;
  /** Each cluster has one for its API, and takes one network. */
  clusters: number;
}

/** What clusters use of their project's quota: all servers that there are. */
export function usageOf(
  clusters: readonly ClusterRecord[],
  projectId: string,
): ProjectUsage {
  const own = clusters.filter(cluster => cluster.projectId === projectId);
  const usage = { cores: 0, ram: 0, instances: 0, clusters: own.length };
  for (const group of own.flatMap(({ groups }) => groups)) {
    const { vcpus, ram } = sizeOf(group);
    usage.instances += group.nodes.length;
    usage.cores += vcpus * group.nodes.length;
    usage.ram += ram * group.nodes.length;
  }
  return usage;
}

/** Cores and memory of one server of a group. */
export function sizeOf({ flavorId }: NodeGroupRecord) {
  const flavor = FLAVORS.find(
    ({ id, name }) => id === flavorId || name === flavorId,
  );
  return flavor ?? { vcpus: 0, ram: 0 };
}
