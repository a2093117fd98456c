import { ConflictError } from '@backstage/errors';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';

/** Where the API of a cluster is; throws when it has none to be registered. */
export function apiAddressOf(cluster: MagnumCluster): string {
  const { api_address: address, name } = cluster;
  const status = cluster.status ?? 'without a status yet';
  if (status.startsWith('DELETE_')) {
    throw new ConflictError(`The cluster ${name} is being deleted (${status})`);
  }
  if (!address) {
    throw new ConflictError(
      `The cluster ${name} has no API address yet (${status}); wait for it first`,
    );
  }
  if (!address.startsWith('https:')) {
    throw new ConflictError(
      `The API of the cluster ${name} is at ${address}, without TLS; whoever listens on the way could take the credentials`,
    );
  }
  return address.replace(/\/+$/, '');
}
