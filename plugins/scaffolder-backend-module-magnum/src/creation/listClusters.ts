import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { Errand, patiently } from '../errands';

/** All clusters that the cloud shows us. */
export function listClusters(errand: Errand): Promise<MagnumCluster[]> {
  const { cloud, signal } = errand;
  return patiently(errand, () => cloud.magnum.listClusters({ signal }));
}
