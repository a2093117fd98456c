import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { Errand, findCluster } from '../errands';
import { ClusterProgress } from './ClusterProgress';
import { explainFailure } from './explainFailure';
import { followCluster } from './followCluster';
import { judgeCluster } from './judgeCluster';
import { readAge } from './readAge';

export interface WaitForClusterOptions {
  cluster: MagnumCluster;
  /** Whose failure counts besides that of the default node groups. */
  nodeGroup?: string;
}

export type WaitForClusterResult =
  | { outcome: 'ready'; cluster: MagnumCluster }
  | { outcome: 'failed'; message: string };

const ADDRESS_WITHIN_MS = 120_000;

/** Waits until what was asked of a cluster is done, or has failed. */
export async function waitForCluster(
  errand: Errand,
  { cluster: { name, uuid }, nodeGroup }: WaitForClusterOptions,
): Promise<WaitForClusterResult> {
  const { clock, log } = errand;
  const progress = ClusterProgress.create(errand);
  const started = clock.now();
  let completeAt: number | undefined;
  for await (const cluster of followCluster(errand, {
    id: uuid,
    known: false,
  })) {
    if (!cluster) {
      const message = `Cluster ${name} (${uuid}) is gone from Magnum; somebody deleted it`;
      return { outcome: 'failed', message };
    }
    const age = readAge(cluster, errand, started);
    await progress.show(cluster, age.words);
    const verdict = judgeCluster({ cluster, progress, age, nodeGroup });
    if (verdict.outcome === 'failed') {
      const message =
        verdict.message ?? (await explain(errand, cluster, progress));
      return { outcome: 'failed', message };
    }
    if (verdict.outcome === 'complete') {
      completeAt ??= clock.now();
      if (cluster.api_address) {
        return { outcome: 'ready', cluster };
      }
      if (clock.now() - completeAt >= ADDRESS_WITHIN_MS) {
        log(
          `Cluster ${name} is ${cluster.status}, but Magnum gives no address of its API; without one it cannot be registered`,
        );
        return { outcome: 'ready', cluster };
      }
    }
  }
  throw new Error(`Nothing follows the cluster ${name} any more`);
}

async function explain(
  errand: Errand,
  cluster: MagnumCluster,
  { groups }: ClusterProgress,
): Promise<string> {
  // Lists have no faults.
  const whole = await findCluster(errand, cluster.uuid);
  return explainFailure(whole ?? cluster, groups);
}
