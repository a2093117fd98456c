import { MagnumNodeGroup } from '@slipway/backstage-plugin-openstack-node';
import { Errand } from '../errands';

/** The node groups of a cluster; none where the cloud does not say. */
export async function readNodeGroups(
  { cloud, signal }: Errand,
  cluster: string,
): Promise<MagnumNodeGroup[]> {
  try {
    return await cloud.magnum.listNodeGroups(cluster, { signal });
  } catch {
    signal?.throwIfAborted();
    return [];
  }
}
