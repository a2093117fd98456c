import { ConflictError } from '@backstage/errors';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { Errand } from '../errands';
import { ClusterProgress } from './ClusterProgress';
import { describeElapsed } from './describeElapsed';
import { followCluster } from './followCluster';
import { kindOfStatus } from './kindOfStatus';

const LONGEST_MS = 60 * 60_000;

/**
 * Waits for the end of what somebody else asked of a cluster: drivers for
 * Cluster API do one thing at a time.
 */
export async function waitUntilIdle(
  errand: Errand,
  cluster: MagnumCluster,
): Promise<MagnumCluster> {
  const { name, uuid } = cluster;
  if (isIdle(cluster)) {
    return cluster;
  }
  errand.log(`Cluster ${name} is ${cluster.status}; waiting for the end of it`);
  const progress = ClusterProgress.create(errand);
  const started = errand.clock.now();
  for await (const seen of followCluster(errand, { id: uuid, known: true })) {
    if (!seen || kindOfStatus(seen.status) === 'deleting') {
      break;
    }
    if (isIdle(seen)) {
      return seen;
    }
    const elapsed = errand.clock.now() - started;
    await progress.show(seen, describeElapsed(elapsed));
    if (elapsed >= LONGEST_MS) {
      throw new ConflictError(
        `Cluster ${name} has been ${seen.status} for 60 min; nothing was changed`,
      );
    }
  }
  throw new ConflictError(`Cluster ${name} is being deleted`);
}

function isIdle({ status }: MagnumCluster): boolean {
  const kind = kindOfStatus(status);
  return kind !== 'in-progress' && kind !== 'deleting';
}
