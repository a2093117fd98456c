import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { ObjectRef } from '@slipway/backstage-plugin-fleet-common';

/** What people call a record of Magnum that belongs to a cluster. */
export function nameOfObject(
  details: Pick<ClusterDetails, 'name' | 'nodeGroups' | 'template' | 'uuid'>,
  { name: id }: ObjectRef,
): string | undefined {
  const { name, nodeGroups, template, uuid } = details;
  if (id === uuid) {
    return name;
  }
  return [...nodeGroups, ...(template ? [template] : [])].find(
    known => known.uuid === id,
  )?.name;
}
