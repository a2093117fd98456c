import { ConflictError } from '@backstage/errors';
import { readClusterMarks } from '@slipway/backstage-plugin-clusters-common';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { findMarked } from '../identity';
import { Order } from './Order';

/**
 * What earlier runs of an order have made, the oldest first.
 *
 * @throws ConflictError when it belongs to somebody else or is being deleted
 */
export function findOrdered(
  { marks }: Order,
  clusters: MagnumCluster[],
): MagnumCluster[] {
  const marked = findMarked(clusters, marks);
  const staying = marked.filter(({ status }) => !status?.startsWith('DELETE_'));
  if (staying.length > 0) {
    checkOwner(staying[0], marks.owner);
  } else if (marked.length > 0) {
    const { name, uuid, status } = marked[0];
    throw new ConflictError(
      `Cluster ${name} (${uuid}) is ${status}; order it again when it is gone`,
    );
  }
  return staying;
}

function checkOwner({ name, labels }: MagnumCluster, wanted: string): void {
  const owner = readClusterMarks(labels ?? {})?.owner;
  if (owner !== wanted) {
    throw new ConflictError(
      `There is a cluster ${name} already and it belongs to ${owner}, not to ${wanted}; choose another name`,
    );
  }
}
