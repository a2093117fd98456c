import { isError } from '@backstage/errors';
import {
  ANNOTATION_CLOUD,
  ANNOTATION_MAGNUM_CLUSTER,
} from '@slipway/backstage-plugin-fleet-common';
import { findMagnumCluster, FindMagnumClusterOptions } from './magnum';
import { ClusterSecret } from './registrations';

/**
 * UUID of the cluster that a Secret was written for, when its Magnum does not have
 * it any more. A Secret of another cloud may be anybody's.
 */
export async function findDeletedCluster(
  options: Omit<FindMagnumClusterOptions, 'id'>,
  secret: ClusterSecret,
): Promise<string | undefined> {
  const { annotations = {} } = secret.metadata;
  const id = annotations[ANNOTATION_MAGNUM_CLUSTER];
  if (!id || annotations[ANNOTATION_CLOUD] !== options.cloud.name) {
    return undefined;
  }
  try {
    await findMagnumCluster({ ...options, id });
    return undefined;
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      return id;
    }
    throw error;
  }
}
