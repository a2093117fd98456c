import { Condition } from '../../client';
import { setCondition, withoutCondition } from '../conditions';
import { Deployment, DeploymentStatus } from '../types';
import { availableOf, ReplicaSets, replicasOf, sum } from './ReplicaSets';
import { rolloutNumbers } from './rolloutNumbers';

/** The status without a judgement about progress. */
export function deploymentStatus(
  deployment: Deployment,
  sets: ReplicaSets,
  at: string,
): DeploymentStatus {
  const { minAvailable } = rolloutNumbers(deployment);
  const available = sum(sets.all, availableOf);
  const isAvailable = available >= minAvailable;
  return {
    observedGeneration: deployment.metadata.generation,
    // Kubernetes leaves counts of zero out.
    replicas: sum(sets.all, set => set.status?.replicas ?? 0) || undefined,
    updatedReplicas: sets.current?.status?.replicas || undefined,
    readyReplicas:
      sum(sets.all, set => set.status?.readyReplicas ?? 0) || undefined,
    availableReplicas: available || undefined,
    unavailableReplicas:
      Math.max(0, sum(sets.all, replicasOf) - available) || undefined,
    terminatingReplicas: sum(
      sets.all,
      set => set.status?.terminatingReplicas ?? 0,
    ),
    collisionCount: deployment.status?.collisionCount,
    conditions: setCondition(
      deployment.status?.conditions ?? [],
      isAvailable
        ? condition('Available', 'True', at, {
            reason: 'MinimumReplicasAvailable',
            message: 'Deployment has minimum availability.',
          })
        : condition('Available', 'False', at, {
            reason: 'MinimumReplicasUnavailable',
            message: 'Deployment does not have minimum availability.',
          }),
    ),
  };
}

/** The status with what is known of the rollout's progress and failures. */
export function rolloutStatus(
  deployment: Deployment,
  sets: ReplicaSets,
  now: { at: string; ms: number },
): DeploymentStatus {
  const status = deploymentStatus(deployment, sets, now.at);
  let conditions = status.conditions!;
  conditions = hasDeadline(deployment)
    ? withProgress({ deployment, sets, status, conditions, now })
    : withoutCondition(conditions, 'Progressing');

  const failure = [sets.current, ...sets.all]
    .flatMap(set => set?.status?.conditions ?? [])
    .find(c => c.type === 'ReplicaFailure');
  conditions = failure
    ? setCondition(conditions, { ...failure, lastUpdateTime: now.at })
    : withoutCondition(conditions, 'ReplicaFailure');
  return { ...status, conditions };
}

/** How long until the rollout's deadline must be looked at, if it has one. */
export function deadlineInMs(
  deployment: Deployment,
  status: DeploymentStatus,
  nowMs: number,
): number | undefined {
  const progressing = status.conditions?.find(c => c.type === 'Progressing');
  const decided = ['NewReplicaSetAvailable', 'ProgressDeadlineExceeded'];
  if (
    !hasDeadline(deployment) ||
    !progressing ||
    decided.includes(progressing.reason!)
  ) {
    return undefined;
  }
  const since = Date.parse(progressing.lastUpdateTime!);
  const deadline = since + deployment.spec.progressDeadlineSeconds! * 1000;
  return Math.max(1, deadline - nowMs);
}

export function hasDeadline(deployment: Deployment): boolean {
  const seconds = deployment.spec.progressDeadlineSeconds;
  return seconds !== undefined && seconds !== 2 ** 31 - 1;
}

/** A condition of a Deployment, new at a time. */
export function condition(
  type: string,
  status: Condition['status'],
  at: string,
  why: { reason: string; message: string },
): Condition {
  return { type, status, ...why, lastUpdateTime: at, lastTransitionTime: at };
}

function withProgress(options: {
  deployment: Deployment;
  sets: ReplicaSets;
  status: DeploymentStatus;
  conditions: Condition[];
  now: { at: string; ms: number };
}): Condition[] {
  const { deployment, sets, status, conditions, now } = options;
  const current = conditions.find(c => c.type === 'Progressing');
  if (
    status.replicas === status.updatedReplicas &&
    current?.reason === 'NewReplicaSetAvailable'
  ) {
    return conditions;
  }
  const subject = sets.current
    ? `ReplicaSet "${sets.current.metadata.name}"`
    : `Deployment "${deployment.metadata.name}"`;

  if (isComplete(deployment, status)) {
    return setCondition(
      conditions,
      condition('Progressing', 'True', now.at, {
        reason: 'NewReplicaSetAvailable',
        message: `${subject} has successfully progressed.`,
      }),
    );
  }
  if (hasProgressed(deployment.status ?? {}, status)) {
    const progressing = condition('Progressing', 'True', now.at, {
      reason: 'ReplicaSetUpdated',
      message: `${subject} is progressing.`,
    });
    // Also with the same reason: lastUpdateTime is the start of the deadline.
    return [
      ...withoutCondition(conditions, 'Progressing'),
      current?.status === 'True'
        ? { ...progressing, lastTransitionTime: current.lastTransitionTime }
        : progressing,
    ];
  }
  if (deadlineInMs(deployment, { conditions }, now.ms) === 1) {
    return setCondition(
      conditions,
      condition('Progressing', 'False', now.at, {
        reason: 'ProgressDeadlineExceeded',
        message: `${subject} has timed out progressing.`,
      }),
    );
  }
  return conditions;
}

function isComplete(deployment: Deployment, status: DeploymentStatus) {
  const wanted = deployment.spec.replicas ?? 1;
  return (
    (status.updatedReplicas ?? 0) === wanted &&
    (status.replicas ?? 0) === wanted &&
    (status.availableReplicas ?? 0) === wanted &&
    (status.observedGeneration ?? 0) >= (deployment.metadata.generation ?? 0)
  );
}

function hasProgressed(before: DeploymentStatus, after: DeploymentStatus) {
  const old = (status: DeploymentStatus) =>
    (status.replicas ?? 0) - (status.updatedReplicas ?? 0);
  return (
    (after.updatedReplicas ?? 0) > (before.updatedReplicas ?? 0) ||
    old(after) < old(before) ||
    (after.readyReplicas ?? 0) > (before.readyReplicas ?? 0) ||
    (after.availableReplicas ?? 0) > (before.availableReplicas ?? 0)
  );
}
