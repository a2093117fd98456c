import { ConflictError } from '@backstage/errors';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { Errand } from '../errands';
import { findOrdered } from './findOrdered';
import { keepOldest } from './keepOldest';
import { listClusters } from './listClusters';
import { Order } from './Order';

export interface SettleOptions {
  /** Of what was just ordered. */
  uuid: string;
  order: Order;
}

const APPEARS_WITHIN_MS = 30_000;
const PAUSE_MS = 500;
/** Longer than what another task asked for before us needs to appear. */
const OTHERS_APPEAR_MS = 2_000;

/**
 * After a cluster was ordered: waits until Magnum shows it, then for what another
 * task may have ordered at the same moment, and leaves one.
 */
export async function settle(
  errand: Errand,
  { uuid, order }: SettleOptions,
): Promise<MagnumCluster> {
  const { clock, signal } = errand;
  const deadline = clock.now() + APPEARS_WITHIN_MS;
  const isShown = (clusters: MagnumCluster[]) =>
    clusters.some(cluster => cluster.uuid === uuid);
  while (!isShown(await listClusters(errand))) {
    if (clock.now() >= deadline) {
      throw new ConflictError(
        `Magnum accepted the cluster ${order.request.name} (${uuid}) but does not show it`,
      );
    }
    await clock.sleep(PAUSE_MS, signal);
  }
  await clock.sleep(OTHERS_APPEAR_MS, signal);
  const ordered = findOrdered(order, await listClusters(errand));
  if (ordered.length === 0) {
    throw new ConflictError(
      `The cluster ${order.request.name} (${uuid}) was deleted as it was made`,
    );
  }
  return keepOldest(errand, ordered);
}
