import {
  isNotFound,
  MagnumCluster,
} from '@slipway/backstage-plugin-openstack-node';
import { Errand } from './Errand';
import { patiently } from './patiently';

/** A cluster with all its fields; `undefined` when Magnum knows none. */
export async function findCluster(
  errand: Errand,
  id: string,
): Promise<MagnumCluster | undefined> {
  const { cloud, signal } = errand;
  try {
    return await patiently(errand, () =>
      cloud.magnum.getCluster(id, { signal }),
    );
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw error;
  }
}
