import { ConflictError } from '@backstage/errors';
import { readClusterMarks } from '@slipway/backstage-plugin-clusters-common';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';

/**
 * Whether the marks say that a cluster is the owner's; `unmarked` when it was not
 * made here, so that only the platform may dispose of it.
 */
export function checkClusterOwner(
  cluster: MagnumCluster,
  owner: string,
): 'own' | 'unmarked' {
  const marks = readClusterMarks(cluster.labels ?? {});
  if (!marks) {
    return 'unmarked';
  }
  if (marks.owner !== owner) {
    throw new ConflictError(
      `The cluster ${cluster.name} belongs to ${marks.owner}, not to ${owner}`,
    );
  }
  return 'own';
}
