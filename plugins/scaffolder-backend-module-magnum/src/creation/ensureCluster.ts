import { ConflictError } from '@backstage/errors';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { Errand, findCluster } from '../errands';
import { explainFailure, readNodeGroups } from '../watch';
import { Checkpoint } from './Checkpoint';
import { checkOrder } from './checkOrder';
import { describeOrder } from './describeOrder';
import { findOrdered } from './findOrdered';
import { keepOldest } from './keepOldest';
import { listClusters } from './listClusters';
import { Order } from './Order';
import { orderOnce } from './orderOnce';
import { settle } from './settle';

export interface EnsureClusterOptions {
  order: Order;
  checkpoint: Checkpoint;
  dryRun: boolean;
}

export type EnsureClusterResult =
  | { outcome: 'found' | 'created'; cluster: MagnumCluster }
  | { outcome: 'planned' };

/** Finds what an order has made, or makes it. */
export async function ensureCluster(
  errand: Errand,
  options: EnsureClusterOptions,
): Promise<EnsureClusterResult> {
  const { order, dryRun } = options;
  const { name } = order.request;
  const clusters = await listClusters(errand);
  const found = findOrdered(order, clusters);
  if (found.length > 0) {
    const cluster = dryRun ? found[0] : await keepOldest(errand, found);
    await checkNotFailed(errand, cluster);
    errand.log(
      `Cluster ${name} is there already (${cluster.uuid}, ${cluster.status}); it stays as it is`,
    );
    return finish(errand, { outcome: 'found', cluster }, dryRun);
  }
  const template = await checkOrder(errand, order, clusters);
  if (dryRun) {
    errand.log(`Would order ${describeOrder(order, template)}`);
    return { outcome: 'planned' };
  }
  errand.log(`Ordering ${describeOrder(order, template)}`);
  const uuid = await orderOnce(errand, { ...options, template });
  const cluster = await settle(errand, { uuid, order });
  errand.log(`Magnum has accepted the cluster ${name}: ${cluster.uuid}`);
  return finish(errand, { outcome: 'created', cluster }, dryRun);
}

/** Also for what was found: whoever made it may have been killed before. */
async function finish(
  errand: Errand,
  result: Exclude<EnsureClusterResult, { outcome: 'planned' }>,
  dryRun: boolean,
): Promise<EnsureClusterResult> {
  if (!dryRun) {
    await errand.tell({ uuid: result.cluster.uuid, change: 'created' });
  }
  return result;
}

async function checkNotFailed(
  errand: Errand,
  { uuid, status }: MagnumCluster,
): Promise<void> {
  if (status !== 'CREATE_FAILED') {
    return;
  }
  const whole = await findCluster(errand, uuid);
  if (whole?.status === 'CREATE_FAILED') {
    const groups = await readNodeGroups(errand, uuid);
    throw new ConflictError(
      `${explainFailure(
        whole,
        groups,
      )} It is in the way: delete it, then order it again`,
    );
  }
}
