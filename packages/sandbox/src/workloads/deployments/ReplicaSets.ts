import { Deployment, ReplicaSet } from '../types';
import { canonical } from '../canonical';

export const HASH_LABEL = 'pod-template-hash';
export const REVISION = 'deployment.kubernetes.io/revision';
export const DESIRED_REPLICAS = 'deployment.kubernetes.io/desired-replicas';
export const MAX_REPLICAS = 'deployment.kubernetes.io/max-replicas';

/** The replica sets of one Deployment. */
export interface ReplicaSets {
  /** The one with the Deployment's own template. */
  current?: ReplicaSet;
  /** All others, oldest first. */
  old: ReplicaSet[];
  all: ReplicaSet[];
}

/** Sorts a Deployment's replica sets into the current one and the old ones. */
export function sortReplicaSets(
  deployment: Deployment,
  owned: ReplicaSet[],
): ReplicaSets {
  const all = [...owned].sort(byAge);
  const wanted = templateKey(deployment);
  const current = all.find(set => templateKey(set) === wanted);
  return { current, old: all.filter(set => set !== current), all };
}

export function revisionOf(object: Deployment | ReplicaSet): number {
  return Number(object.metadata.annotations?.[REVISION] ?? 0);
}

export function replicasOf(set: ReplicaSet): number {
  return set.spec.replicas ?? 1;
}

export function availableOf(set: ReplicaSet): number {
  return set.status?.availableReplicas ?? 0;
}

export function sum(
  sets: ReplicaSet[],
  count: (set: ReplicaSet) => number,
): number {
  return sets.reduce((total, set) => total + count(set), 0);
}

function templateKey(object: Deployment | ReplicaSet): string {
  const { metadata, spec } = object.spec.template;
  const { [HASH_LABEL]: _, ...labels } = metadata?.labels ?? {};
  return canonical({
    labels,
    annotations: metadata?.annotations ?? {},
    spec,
  });
}

function byAge(a: ReplicaSet, b: ReplicaSet): number {
  const key = (set: ReplicaSet) =>
    `${set.metadata.creationTimestamp} ${set.metadata.name}`;
  return key(a) < key(b) ? -1 : 1;
}
