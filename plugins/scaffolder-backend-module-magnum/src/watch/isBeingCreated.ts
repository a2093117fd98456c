import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';

/** A cluster that was only just accepted has no status. */
export function isBeingCreated({ status }: MagnumCluster): boolean {
  return !status || status === 'CREATE_IN_PROGRESS';
}
