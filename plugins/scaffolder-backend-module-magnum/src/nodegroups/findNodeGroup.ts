import {
  MagnumCluster,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';
import { Errand, patiently } from '../errands';

/** A node group by its name or uuid. */
export async function findNodeGroup(
  errand: Errand,
  { uuid }: MagnumCluster,
  wanted: string,
): Promise<MagnumNodeGroup | undefined> {
  const { cloud, signal } = errand;
  const groups = await patiently(errand, () =>
    cloud.magnum.listNodeGroups(uuid, { signal }),
  );
  return groups.find(group => [group.name, group.uuid].includes(wanted));
}
