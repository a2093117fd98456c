import { setCondition, withoutCondition } from '../conditions';
import { matchesSelector } from '../matchesSelector';
import { availableInMs, isPodActive, isPodReady } from '../podReadiness';
import { Pod, ReplicaSet } from '../types';

/** Why pods could not be made or removed. */
export interface ReplicaFailure {
  reason: 'FailedCreate' | 'FailedDelete';
  message: string;
}

/** The status that follows from the pods; zeros are left out as Kubernetes does. */
export function replicaSetStatus(options: {
  set: ReplicaSet;
  pods: Pod[];
  failure?: ReplicaFailure;
  now: Date;
  at: string;
}): NonNullable<ReplicaSet['status']> {
  const { set, pods, failure, now, at } = options;
  const active = pods.filter(isPodActive);
  const available = active.filter(pod => {
    const waitMs = availableInMs(pod, set.spec.minReadySeconds ?? 0, now);
    return waitMs !== undefined && waitMs <= 0;
  });
  const matchLabels = set.spec.template.metadata?.labels;
  const conditions = set.status?.conditions ?? [];
  const known = conditions.some(c => c.type === 'ReplicaFailure');
  let nextConditions = conditions;
  if (failure && !known) {
    nextConditions = setCondition(conditions, {
      type: 'ReplicaFailure',
      status: 'True',
      ...failure,
      lastTransitionTime: at,
    });
  } else if (!failure) {
    nextConditions = withoutCondition(conditions, 'ReplicaFailure');
  }
  return {
    replicas: active.length,
    fullyLabeledReplicas:
      active.filter(pod =>
        matchesSelector({ matchLabels }, pod.metadata.labels),
      ).length || undefined,
    readyReplicas: active.filter(isPodReady).length || undefined,
    availableReplicas: available.length || undefined,
    terminatingReplicas: pods.filter(
      pod =>
        pod.metadata.deletionTimestamp &&
        !['Succeeded', 'Failed'].includes(pod.status?.phase ?? ''),
    ).length,
    observedGeneration: set.metadata.generation,
    conditions: nextConditions.length ? nextConditions : undefined,
  };
}
