import { randomUUID } from 'node:crypto';
import { TOO_LARGE } from '../../services/cloudResources';
import { PROJECT_LIMITS, sizeOf, usageOf } from '../../services/ProjectUsage';
import { Faulty } from '../../Faulty';
import { ClusterRecord, NodeGroupRecord } from '../store/records';

export interface ObstacleOptions {
  clusters: readonly ClusterRecord[];
  cluster: ClusterRecord;
  /** The groups whose servers are to be made. */
  groups: NodeGroupRecord[];
  faults: Faulty;
}

/** Why Nova refuses the servers that groups still lack, in Heat's words; `undefined` when it does not. */
export function obstacleOf(options: ObstacleOptions): string | undefined {
  const { clusters, cluster, groups, faults } = options;
  const lacking = groups.filter(group => group.nodes.length < group.nodeCount);
  const tooLarge = lacking.find(({ flavorId }) => TOO_LARGE.includes(flavorId));
  if (lacking.length > 0 && (tooLarge || faults.has('no-valid-host'))) {
    const { role } = tooLarge ?? lacking[lacking.length - 1];
    return `Resource CREATE failed: ResourceInError: ${resourceOf(
      role,
      0,
    )}: Went to status ERROR due to "Message: No valid host was found. , Code: 500"`;
  }
  const usage = usageOf(clusters, cluster.projectId);
  for (const group of lacking) {
    const size = sizeOf(group);
    for (let index = group.nodes.length; index < group.nodeCount; index += 1) {
      if (faults.has('quota')) {
        usage.cores = PROJECT_LIMITS.cores;
      }
      const over = [
        { name: 'cores', asked: size.vcpus, key: 'cores' as const },
        { name: 'ram', asked: size.ram, key: 'ram' as const },
        { name: 'instances', asked: 1, key: 'instances' as const },
      ].filter(({ asked, key }) => usage[key] + asked > PROJECT_LIMITS[key]);
      if (over.length > 0) {
        const names = over.map(({ name }) => name).join(', ');
        const list = (pick: (item: (typeof over)[number]) => number) =>
          over.map(pick).join(', ');
        return `Resource CREATE failed: Forbidden: ${resourceOf(
          group.role,
          index,
        )}: Quota exceeded for ${names}: Requested ${list(
          ({ asked }) => asked,
        )}, but already used ${list(({ key }) => usage[key])} of ${list(
          ({ key }) => PROJECT_LIMITS[key],
        )} ${names} (HTTP 403) (Request-ID: req-${randomUUID()})`;
      }
      usage.cores += size.vcpus;
      usage.ram += size.ram;
      usage.instances += 1;
    }
  }
  return undefined;
}

function resourceOf(role: string, index: number): string {
  return role === 'master'
    ? `resources.kube_masters.resources[${index}].resources.kube-master`
    : `resources.kube_minions.resources[${index}].resources.kube-minion`;
}
