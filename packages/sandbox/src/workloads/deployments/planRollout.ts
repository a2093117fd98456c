import { Deployment, ReplicaSet } from '../types';
import { availableOf, ReplicaSets, replicasOf, sum } from './ReplicaSets';
import { rolloutNumbers, RolloutNumbers } from './rolloutNumbers';

/** Which replica set gets which size. */
export interface ScaleStep {
  set: ReplicaSet;
  replicas: number;
}

/**
 * The next steps of a rolling update: first the new pods that may be added, and
 * only when there are none the old pods that may go.
 */
export function planRollingUpdate(
  deployment: Deployment,
  sets: ReplicaSets & { current: ReplicaSet },
): ScaleStep[] {
  const numbers = rolloutNumbers(deployment);
  const replicas = currentSize(sets, numbers);
  if (replicas !== replicasOf(sets.current)) {
    return [{ set: sets.current, replicas }];
  }
  return shrinkOld(sets, numbers);
}

/** The next steps of Recreate: everything old first, the new when it is gone. */
export function planRecreate(
  deployment: Deployment,
  sets: ReplicaSets,
  oldPodsLeft: boolean,
): ScaleStep[] {
  const steps = sets.old
    .filter(set => replicasOf(set) > 0)
    .map(set => ({ set, replicas: 0 }));
  const { replicas } = rolloutNumbers(deployment);
  if (steps.length || oldPodsLeft || !sets.current) {
    return steps;
  }
  return replicasOf(sets.current) === replicas
    ? []
    : [{ set: sets.current, replicas }];
}

/** How big a new replica set may be at once. */
export function currentSize(
  sets: ReplicaSets,
  numbers: RolloutNumbers,
): number {
  const size = sets.current ? replicasOf(sets.current) : 0;
  if (size >= numbers.replicas) {
    return numbers.replicas;
  }
  const room = numbers.replicas + numbers.maxSurge - sum(sets.all, replicasOf);
  return size + Math.max(0, Math.min(room, numbers.replicas - size));
}

function shrinkOld(
  sets: ReplicaSets & { current: ReplicaSet },
  numbers: RolloutNumbers,
): ScaleStep[] {
  const unavailableNew = replicasOf(sets.current) - availableOf(sets.current);
  const mayGo =
    sum(sets.all, replicasOf) - numbers.minAvailable - unavailableNew;
  if (mayGo <= 0) {
    return [];
  }
  const sizes = new Map(sets.old.map(set => [set, replicasOf(set)]));
  // Broken old pods would block the rollout and their end costs nothing.
  let broken = mayGo;
  for (const [set, size] of sizes) {
    const gone = Math.max(0, Math.min(broken, size - availableOf(set)));
    sizes.set(set, size - gone);
    broken -= gone;
  }
  let healthy = sum(sets.all, availableOf) - numbers.minAvailable;
  for (const [set, size] of sizes) {
    const gone = Math.max(0, Math.min(healthy, size));
    sizes.set(set, size - gone);
    healthy -= gone;
  }
  return [...sizes]
    .filter(([set, replicas]) => replicas !== replicasOf(set))
    .map(([set, replicas]) => ({ set, replicas }));
}
