import {
  MagnumCluster,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';

/** Drivers may call a cluster complete while a group of it has failed. */
export function describeFailedGroups(
  { name, status }: MagnumCluster,
  groups: MagnumNodeGroup[],
  wanted: string | undefined,
): string | undefined {
  const failed = groups
    .filter(group => group.is_default || group.name === wanted)
    .filter(group => group.status?.endsWith('_FAILED'))
    .map(group => {
      const reason = group.status_reason || 'Magnum gives no reason';
      return `${group.name}: ${group.status}, ${reason}`;
    });
  return failed.length > 0
    ? `Cluster ${name}: ${status}, but ${failed.join('; ')}`
    : undefined;
}
