import { ClusterHealth } from '../../types';
import { ClusterRecord } from '../store/records';
import type { ConductorOptions } from './Conductor';

/** Asks each finished cluster how it is. */
export function checkHealth(
  options: Pick<ConductorOptions, 'store' | 'backend' | 'faults'>,
): void {
  const { store, backend, faults } = options;
  const finished = store.clusters.filter(
    ({ apiAddress, status }) =>
      apiAddress !== undefined && status.endsWith('_COMPLETE'),
  );
  for (const cluster of finished) {
    const isCut =
      faults.has('api-unreachable', cluster.name) ||
      faults.has('api-unreachable', cluster.uuid);
    const asked: Promise<ClusterHealth> = isCut
      ? Promise.resolve({ api: 'nok', nodes: {} })
      : backend.health(cluster.uuid);
    asked
      .catch(error => ({ api: String(error.message), nodes: {} }))
      .then(health => {
        // It may be gone by now.
        if (store.clusters.includes(cluster)) {
          record(options, cluster, health);
        }
      });
  }
}

function record(
  { store }: Pick<ConductorOptions, 'store'>,
  cluster: ClusterRecord,
  { api, nodes }: ClusterHealth,
) {
  const isHealthy = api === 'ok' && Object.values(nodes).every(Boolean);
  const status = isHealthy ? 'HEALTHY' : 'UNHEALTHY';
  const reason = {
    ...Object.fromEntries(
      Object.entries(nodes).map(([name, ready]) => [
        `${name}.Ready`,
        ready ? 'True' : 'False',
      ]),
    ),
    api,
  };
  const isSame =
    cluster.healthStatus === status &&
    JSON.stringify(cluster.healthReason) === JSON.stringify(reason);
  if (!isSame) {
    cluster.healthStatus = status;
    cluster.healthReason = reason;
    store.saveCluster(cluster);
  }
}
