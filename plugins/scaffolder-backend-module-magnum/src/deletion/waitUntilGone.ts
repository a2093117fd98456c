import { formatElapsed } from '@slipway/backstage-plugin-fleet-node';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { Errand, findCluster } from '../errands';
import {
  ClusterProgress,
  describeElapsed,
  explainFailure,
  followCluster,
} from '../watch';
import type { DeleteClusterResult } from './deleteCluster';

const UNCHANGED_FOR_MS = 60 * 60_000;
/** A failure of an earlier try is shown until Magnum begins again. */
const BELIEVE_AFTER_MS = 45_000;

/** Waits for the end of a deletion that was asked for. */
export async function waitUntilGone(
  errand: Errand,
  before: MagnumCluster,
): Promise<DeleteClusterResult> {
  const { name, uuid } = before;
  const progress = ClusterProgress.create(errand);
  const started = errand.clock.now();
  for await (const cluster of followCluster(errand, {
    id: uuid,
    known: true,
  })) {
    const waited = errand.clock.now() - started;
    if (!cluster) {
      errand.log(`Cluster ${name} is gone after ${formatElapsed(waited)}`);
      break;
    }
    await progress.show(cluster, describeElapsed(waited));
    const isNew =
      cluster.updated_at !== before.updated_at || waited >= BELIEVE_AFTER_MS;
    if (cluster.status === 'DELETE_FAILED' && isNew) {
      const whole = await findCluster(errand, uuid);
      return whole
        ? { outcome: 'failed', message: explain(whole, progress) }
        : { outcome: 'deleted' };
    }
    if (progress.unchangedMs >= UNCHANGED_FOR_MS) {
      const words = cluster.status_reason || 'Magnum gives no reason';
      return {
        outcome: 'failed',
        message: `Cluster ${name}: ${cluster.status}, and nothing has changed for 60 min: ${words}`,
      };
    }
  }
  return { outcome: 'deleted' };
}

function explain(cluster: MagnumCluster, { groups }: ClusterProgress): string {
  return `${explainFailure(
    cluster,
    groups,
  )}. Delete what still uses it, then delete the cluster again`;
}
