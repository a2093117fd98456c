import {
  deploymentFixture,
  replicaSetFixture,
} from '../testing/replicaSetFixture';
import { Deployment, ReplicaSet } from '../types';
import { deadlineInMs, rolloutStatus } from './deploymentStatus';
import { sortReplicaSets } from './ReplicaSets';

const START = Date.parse('2026-11-22T10:00:00Z');

function after(
  deployment: Deployment,
  owned: ReplicaSet[],
  seconds: number,
): Deployment {
  const ms = START + seconds * 1000;
  const at = new Date(ms).toISOString();
  const status = rolloutStatus(deployment, sortReplicaSets(deployment, owned), {
    at,
    ms,
  });
  return { ...deployment, status };
}

function conditionOf(deployment: Deployment, type: string) {
  return deployment.status!.conditions!.find(c => c.type === type);
}

describe('rolloutStatus', () => {
  const deployment = deploymentFixture({ replicas: 2 });
  const size = (replicas: number, available: number) =>
    replicaSetFixture({ name: 'new', replicas, available });

  it('progresses, completes, and keeps its word when a pod is lost later', () => {
    const begun = after(deployment, [size(2, 0)], 0);
    expect(conditionOf(begun, 'Available')).toMatchObject({
      status: 'False',
      reason: 'MinimumReplicasUnavailable',
      message: 'Deployment does not have minimum availability.',
    });
    expect(conditionOf(begun, 'Progressing')).toMatchObject({
      status: 'True',
      reason: 'ReplicaSetUpdated',
      message: 'ReplicaSet "new" is progressing.',
    });
    const done = after(begun, [size(2, 2)], 5);
    expect(done.status).toMatchObject({
      replicas: 2,
      updatedReplicas: 2,
      availableReplicas: 2,
      unavailableReplicas: undefined,
    });
    expect(conditionOf(done, 'Progressing')).toMatchObject({
      reason: 'NewReplicaSetAvailable',
      message: 'ReplicaSet "new" has successfully progressed.',
      lastTransitionTime: '2026-11-22T10:00:00.000Z',
      lastUpdateTime: '2026-11-22T10:00:05.000Z',
    });
    const lost = after(done, [size(2, 1)], 9000);
    expect(conditionOf(lost, 'Progressing')).toEqual(
      conditionOf(done, 'Progressing'),
    );
    expect(conditionOf(lost, 'Available')!.status).toBe('False');
  });

  it('times out when nothing moves until the deadline', () => {
    const begun = after(deployment, [size(2, 1)], 0);
    expect(deadlineInMs(begun, begun.status!, START + 100_000)).toBe(500_000);
    const waiting = after(begun, [size(2, 1)], 599);
    expect(conditionOf(waiting, 'Progressing')!.status).toBe('True');
    const late = after(waiting, [size(2, 1)], 601);
    expect(conditionOf(late, 'Progressing')).toMatchObject({
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
      message: 'ReplicaSet "new" has timed out progressing.',
    });
    const healed = after(late, [size(2, 2)], 700);
    expect(conditionOf(healed, 'Progressing')).toMatchObject({
      status: 'True',
      reason: 'NewReplicaSetAvailable',
    });
  });

  it('carries a failure to create pods, and drops it again', () => {
    const failing = size(2, 0);
    failing.status!.conditions = [
      {
        type: 'ReplicaFailure',
        status: 'True',
        reason: 'FailedCreate',
        message: 'exceeded quota',
      },
    ];
    const failed = after(deployment, [failing], 0);
    expect(conditionOf(failed, 'ReplicaFailure')).toMatchObject({
      reason: 'FailedCreate',
      message: 'exceeded quota',
    });
    const healed = after(failed, [size(2, 0)], 1);
    expect(conditionOf(healed, 'ReplicaFailure')).toBeUndefined();
  });
});
