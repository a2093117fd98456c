import { Deployment, ReplicaSet } from '../types';
import { ReplicaSets, replicasOf, revisionOf } from './ReplicaSets';

/** The empty old replica sets beyond the history limit, oldest revision first. */
export function surplusHistory(
  deployment: Deployment,
  sets: ReplicaSets,
): ReplicaSet[] {
  const limit = deployment.spec.revisionHistoryLimit ?? 10;
  const old = sets.old.filter(set => !set.metadata.deletionTimestamp);
  return [...old]
    .sort((a, b) => revisionOf(a) - revisionOf(b))
    .slice(0, Math.max(0, old.length - limit))
    .filter(set => replicasOf(set) === 0 && !set.status?.replicas);
}
