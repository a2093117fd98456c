import { readClusterMarks } from '@slipway/backstage-plugin-clusters-common';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { ClusterIdentity } from './ClusterIdentity';
import { magnumTime } from './magnumTime';

/** Clusters that carry the marks of an identity, the oldest first. */
export function findMarked(
  clusters: MagnumCluster[],
  identity: ClusterIdentity,
): MagnumCluster[] {
  return clusters
    .filter(cluster => {
      const marks = readClusterMarks(cluster.labels ?? {});
      return (
        marks?.entityRef === identity.entityRef &&
        marks.cloud === identity.cloud &&
        marks.project === identity.project &&
        // An administrator of a cloud sees all projects; marks can be copied.
        (cluster.project_id ?? identity.project) === identity.project
      );
    })
    .sort(compareAge);
}

/** Every task must come to the same order, so that all keep the same one. */
function compareAge(one: MagnumCluster, other: MagnumCluster): number {
  const [oneTime, otherTime] = [one, other].map(
    ({ created_at: at }) => magnumTime(at) ?? Number.MAX_SAFE_INTEGER,
  );
  if (oneTime !== otherTime) {
    return oneTime - otherTime;
  }
  return one.uuid < other.uuid ? -1 : 1;
}
