import {
  isNotFound,
  MagnumCluster,
} from '@slipway/backstage-plugin-openstack-node';
import { Errand, patiently } from '../errands';
import { readNodeGroups } from '../watch';
import { describeDeletion } from './describeDeletion';
import { waitUntilGone } from './waitUntilGone';

export interface DeleteClusterOptions {
  cluster: MagnumCluster;
  dryRun: boolean;
}

export type DeleteClusterResult =
  | { outcome: 'planned' | 'deleted' }
  | { outcome: 'failed'; message: string };

/** Deletes a cluster and waits until Magnum no longer knows it. */
export async function deleteCluster(
  errand: Errand,
  { cluster, dryRun }: DeleteClusterOptions,
): Promise<DeleteClusterResult> {
  const groups = await readNodeGroups(errand, cluster.uuid);
  const plan = describeDeletion(cluster, groups).join('\n');
  if (dryRun) {
    errand.log(`Would delete ${plan}`);
    return { outcome: 'planned' };
  }
  if (cluster.status === 'DELETE_IN_PROGRESS') {
    errand.log(`Cluster ${cluster.name} is being deleted already`);
  } else {
    errand.log(`Deleting ${plan}`);
    await ask(errand, cluster);
  }
  await errand.tell({ uuid: cluster.uuid, change: 'deleted' });
  return waitUntilGone(errand, cluster);
}

/** No checkpoint: what is gone is found gone by a retry. */
async function ask(errand: Errand, { uuid }: MagnumCluster): Promise<void> {
  const { cloud, signal } = errand;
  try {
    await patiently(errand, () => cloud.magnum.deleteCluster(uuid, { signal }));
  } catch (error) {
    if (!isNotFound(error)) {
      throw error;
    }
  }
}
