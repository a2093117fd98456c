import { InputError } from '@backstage/errors';
import {
  MagnumCluster,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';
import { Errand, patiently } from '../errands';

/**
 * A node group by name or uuid; without one, the default group of nodes.
 *
 * @throws InputError that names those there are
 */
export async function findWorkers(
  errand: Errand,
  { name, uuid }: MagnumCluster,
  wanted: string | undefined,
): Promise<MagnumNodeGroup> {
  const { cloud, signal } = errand;
  const groups = await patiently(errand, () =>
    cloud.magnum.listNodeGroups(uuid, { signal }),
  );
  const found = groups.find(group =>
    wanted
      ? [group.name, group.uuid].includes(wanted)
      : group.is_default && group.role !== 'master',
  );
  if (!found) {
    const names = groups.map(group => group.name).join(', ') || 'none';
    throw new InputError(
      `The cluster ${name} has no node group ${
        wanted ?? 'of its own for nodes'
      }; there are: ${names}`,
    );
  }
  return found;
}
