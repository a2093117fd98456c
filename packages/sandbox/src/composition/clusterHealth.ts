import { resources } from '../client';
import { Condition, KubernetesObject } from '../client/types';
import { ClusterHealth } from '../openstack';
import { Cluster } from './startCluster';

const LONGEST_MS = 2_000;

/** What Magnum sees of a cluster when it asks its API. */
export async function clusterHealth(cluster: Cluster): Promise<ClusterHealth> {
  try {
    const { items } = await cluster
      .client('magnum')
      .list(resources.nodes, { signal: AbortSignal.timeout(LONGEST_MS) });
    return {
      api: 'ok',
      nodes: Object.fromEntries(
        items.map(node => [node.metadata.name, isReady(node)]),
      ),
    };
  } catch (error) {
    return { api: (error as Error).message, nodes: {} };
  }
}

function isReady({ status }: KubernetesObject): boolean {
  const { conditions = [] } = (status ?? {}) as { conditions?: Condition[] };
  return conditions.some(
    ({ type, status: state }) => type === 'Ready' && state === 'True',
  );
}
