import {
  MagnumCluster,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';

const UNDER_WAY = /_IN_PROGRESS$/;

/** Whether Magnum is at work on a cluster. One without a status was just made. */
export function isBusy(
  { status }: Pick<MagnumCluster, 'status'>,
  nodeGroups: Pick<MagnumNodeGroup, 'status'>[] = [],
): boolean {
  return (
    !status ||
    [status, ...nodeGroups.map(group => group.status ?? '')].some(text =>
      UNDER_WAY.test(text),
    )
  );
}
