import { NotFoundError } from '@backstage/errors';
import { Clock, retry } from '@slipway/backstage-plugin-fleet-node';
import {
  isNotFound,
  isTransientOpenStackError,
  MagnumCluster,
} from '@slipway/backstage-plugin-openstack-node';
import { ClusterReference } from './CloudAccess';

export interface FindMagnumClusterOptions extends ClusterReference {
  log(line: string): void;
  signal: AbortSignal | undefined;
  clock: Clock | undefined;
}

/** @throws NotFoundError when Magnum has none of that id */
export async function findMagnumCluster(
  options: FindMagnumClusterOptions,
): Promise<MagnumCluster> {
  const { cloud, id, signal } = options;
  try {
    return await retry(() => cloud.magnum.getCluster(id, { signal }), {
      ...options,
      what: `ask Magnum of ${cloud.name} for the cluster ${id}`,
      isTransient: isTransientOpenStackError,
    });
  } catch (error) {
    throw isNotFound(error)
      ? new NotFoundError(`Magnum of ${cloud.name} has no cluster ${id}`)
      : error;
  }
}
