import { isError, toError } from '@backstage/errors';
import { Cloud, MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { Registration } from './findRegistration';
import { checkClusterOwner } from './magnum';
import { UnregisterClusterOptions } from './UnregisterClusterOptions';

/** A cluster of Magnum whose accounts may be removed, or why they stay. */
export type OwnCluster =
  | { outcome: 'found'; cloud: Cloud; cluster: MagnumCluster }
  | { outcome: 'out-of-reach'; reason: string };

/**
 * Asks Magnum for the cluster of a registration; once, because one that is going
 * to be deleted takes its accounts with it.
 *
 * @throws NotAllowedError when it is the platform's, and the caller is not
 */
export async function findOwnCluster(
  options: UnregisterClusterOptions,
  registration: Registration,
): Promise<OwnCluster> {
  const { clouds, owner, signal } = options;
  if (!registration.cluster) {
    return {
      outcome: 'out-of-reach',
      reason: 'nobody says where Magnum has the cluster',
    };
  }
  try {
    const cloud = clouds.get(registration.cluster.cloud);
    const { id } = registration.cluster;
    const cluster = await cloud.magnum.getCluster(id, { signal });
    if (checkClusterOwner(cluster, owner) === 'unmarked') {
      await options.authorizePlatform();
    }
    return { outcome: 'found', cloud, cluster };
  } catch (error) {
    signal?.throwIfAborted();
    if (isError(error) && error.name === 'NotAllowedError') {
      throw error;
    }
    return { outcome: 'out-of-reach', reason: toError(error).message };
  }
}
