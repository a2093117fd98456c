import {
  isNotFound,
  MagnumCluster,
} from '@slipway/backstage-plugin-openstack-node';
import { Errand, patiently } from '../errands';

/**
 * Of clusters that one order made, because it ran twice, the first one stays.
 * All who look come to the same one.
 */
export async function keepOldest(
  errand: Errand,
  [oldest, ...younger]: MagnumCluster[],
): Promise<MagnumCluster> {
  for (const twin of younger) {
    errand.log(
      `The cluster ${oldest.name} was ordered twice: ${oldest.uuid} (${oldest.created_at}) stays, the younger ${twin.uuid} (${twin.created_at}) is deleted`,
    );
    await remove(errand, twin);
    await errand.tell({ uuid: twin.uuid, change: 'deleted' });
  }
  return oldest;
}

async function remove(errand: Errand, { uuid }: MagnumCluster): Promise<void> {
  const { cloud, signal } = errand;
  try {
    await patiently(errand, () => cloud.magnum.deleteCluster(uuid, { signal }));
  } catch (error) {
    // The other task may have been faster.
    if (!isNotFound(error)) {
      throw error;
    }
  }
}
