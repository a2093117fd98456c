import { CLUSTERS, NODE_GROUPS } from '../resourceIds';
import { ClusterSlice, NodeGroupSlice } from '../slices';
import { MINUTE } from '../subject/durations';
import { isBuilt } from '../subject/isBuilt';
import { MagnumView } from '../subject/MagnumView';
import { millis } from '../subject/millis';
import { allSeen } from '../subject/Seen';

/** Of so many of the last builds. */
const BUILDS = 10;
/** Among so many clusters: of those that were changed since it is not known. */
const CLUSTERS_ASKED = 50;

/**
 * Whole minutes that a creation usually takes in a cloud: the median of the last
 * ones that are known.
 */
export function usualMinutes({ read, row }: MagnumView): number | undefined {
  const { source } = row;
  const newest = allSeen<ClusterSlice>(read.rows(source, CLUSTERS))
    .map(({ row: { name }, slice }) => ({
      name,
      start: millis(slice.createdAt) ?? NaN,
    }))
    .filter(({ start }) => !Number.isNaN(start))
    .sort((a, b) => b.start - a.start)
    .slice(0, CLUSTERS_ASKED);
  const took = newest
    .flatMap(({ name, start }) => {
      const groups = read.rowsBy(source, NODE_GROUPS, 'cluster', name);
      const span = builtAt(allSeen<NodeGroupSlice>(groups)) - start;
      return span >= 0 && span < Infinity ? [span] : [];
    })
    .slice(0, BUILDS)
    .sort((a, b) => a - b);
  const median = took[Math.floor(took.length / 2)];
  return median === undefined
    ? undefined
    : Math.max(1, Math.round(median / MINUTE));
}

/**
 * When the groups that a cluster was made with were all there; not a number when
 * that is not known. Health checks write to the cluster's own record all the
 * time, but not to those of its groups.
 */
function builtAt(groups: { slice: NodeGroupSlice }[]): number {
  const ends = groups
    .filter(({ slice }) => slice.isDefault)
    .map(({ slice }) =>
      isBuilt(slice) ? millis(slice.updatedAt) ?? NaN : NaN,
    );
  return Math.max(...ends);
}
