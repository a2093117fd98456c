import { MagnumClusterTemplate } from '@slipway/backstage-plugin-openstack-node';
import { Errand, findCluster } from '../errands';
import { Checkpoint } from './Checkpoint';
import { findOrdered } from './findOrdered';
import { listClusters } from './listClusters';
import { Order } from './Order';
import { postCluster } from './postCluster';
import { toClusterBody } from './toClusterBody';

export interface OrderOnceOptions {
  order: Order;
  checkpoint: Checkpoint;
  template: MagnumClusterTemplate;
}

/**
 * Orders a cluster unless an earlier run of the same task did; returns the uuid.
 * What the checkpoint names may have been deleted since.
 */
export async function orderOnce(
  errand: Errand,
  { order, checkpoint, template }: OrderOnceOptions,
): Promise<string> {
  const { cloud, project } = order.marks;
  let key = `magnum.create.${cloud}.${project}.${order.request.name}`;
  for (;;) {
    let isNew = false;
    const { uuid } = await checkpoint({
      key,
      fn: async () => {
        isNew = true;
        const made = await postCluster(errand, {
          body: toClusterBody(order, template),
          find: async () => findOrdered(order, await listClusters(errand))[0],
        });
        return { uuid: made };
      },
    });
    if (isNew || (await isThere(errand, uuid))) {
      return uuid;
    }
    errand.log(`The cluster ${uuid} of an earlier run is gone`);
    key = `${key}.after.${uuid}`;
  }
}

async function isThere(errand: Errand, uuid: string): Promise<boolean> {
  const cluster = await findCluster(errand, uuid);
  return Boolean(cluster && !cluster.status?.startsWith('DELETE_'));
}
