import { Deployment, ReplicaSet } from '../types';
import { ScaleStep } from './planRollout';
import {
  availableOf,
  DESIRED_REPLICAS,
  MAX_REPLICAS,
  ReplicaSets,
  replicasOf,
  sum,
} from './ReplicaSets';
import { rolloutNumbers } from './rolloutNumbers';

/** Whether the Deployment's size was changed since its replica sets got theirs. */
export function isScalingEvent(
  deployment: Deployment,
  sets: ReplicaSets,
): boolean {
  const wanted = String(deployment.spec.replicas ?? 1);
  return sets.all.some(set => {
    const desired = set.metadata.annotations?.[DESIRED_REPLICAS];
    return replicasOf(set) > 0 && desired !== undefined && desired !== wanted;
  });
}

/**
 * The steps by which a new size reaches the replica sets. In the middle of a
 * rollout each active one gets its share, so that the risk stays as it was.
 */
export function planScale(
  deployment: Deployment,
  sets: ReplicaSets,
): ScaleStep[] {
  const { replicas, maxSurge } = rolloutNumbers(deployment);
  const active = sets.all.filter(set => replicasOf(set) > 0);
  if (active.length <= 1) {
    const only = active[0] ?? sets.current ?? sets.old.at(-1);
    return only ? [{ set: only, replicas }] : [];
  }
  if (sets.current && isSaturated(sets.current, replicas)) {
    return sets.old
      .filter(set => replicasOf(set) > 0)
      .map(set => ({ set, replicas: 0 }));
  }
  if (deployment.spec.strategy?.type === 'Recreate') {
    return [];
  }
  const allowed = replicas > 0 ? replicas + maxSurge : 0;
  return shareOut(active, allowed, replicas + maxSurge);
}

function isSaturated(set: ReplicaSet, replicas: number): boolean {
  return (
    replicasOf(set) === replicas &&
    availableOf(set) === replicas &&
    set.metadata.annotations?.[DESIRED_REPLICAS] === String(replicas)
  );
}

function shareOut(
  active: ReplicaSet[],
  allowed: number,
  newMax: number,
): ScaleStep[] {
  const toAdd = allowed - sum(active, replicasOf);
  // Growing favours newer sets of the same size, shrinking hits older ones first.
  const sorted = (toAdd > 0 ? [...active].reverse() : [...active]).sort(
    (a, b) => replicasOf(b) - replicasOf(a),
  );
  let added = 0;
  const steps = sorted.map(set => {
    const oldMax = Number(
      set.metadata.annotations?.[MAX_REPLICAS] ?? sum(active, replicasOf),
    );
    const size = replicasOf(set);
    const share = Math.round((size * newMax) / oldMax) - size;
    const left = toAdd - added;
    const change =
      toAdd > 0
        ? Math.max(0, Math.min(share, left))
        : Math.min(0, Math.max(share, left));
    added += change;
    return { set, replicas: size + change };
  });
  steps[0].replicas = Math.max(0, steps[0].replicas + toAdd - added);
  return steps;
}
