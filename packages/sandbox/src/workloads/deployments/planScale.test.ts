import {
  deploymentFixture,
  replicaSetFixture,
} from '../testing/replicaSetFixture';
import { isScalingEvent, planScale } from './planScale';
import { DESIRED_REPLICAS, MAX_REPLICAS, sortReplicaSets } from './ReplicaSets';

const sizedFor = (desired: number, max: number) => ({
  [DESIRED_REPLICAS]: String(desired),
  [MAX_REPLICAS]: String(max),
});

describe('planScale', () => {
  it('tells a change of size from a rollout', () => {
    const set = replicaSetFixture({
      name: 'new',
      replicas: 2,
      annotations: sizedFor(2, 3),
    });
    const same = deploymentFixture({ replicas: 2 });
    const larger = deploymentFixture({ replicas: 3 });
    expect(isScalingEvent(same, sortReplicaSets(same, [set]))).toBe(false);
    expect(isScalingEvent(larger, sortReplicaSets(larger, [set]))).toBe(true);
  });

  it('gives the one active replica set all of it', () => {
    const deployment = deploymentFixture({ replicas: 5 });
    const sets = sortReplicaSets(deployment, [
      replicaSetFixture({ name: 'a', replicas: 0 }),
      replicaSetFixture({ name: 'new', replicas: 2 }),
    ]);
    expect(planScale(deployment, sets)).toEqual([
      { set: sets.current, replicas: 5 },
    ]);
  });

  it('shares it out in the middle of a rollout', () => {
    const deployment = deploymentFixture({
      replicas: 20,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 2 } },
    });
    const annotations = sizedFor(10, 12);
    const sets = sortReplicaSets(deployment, [
      replicaSetFixture({ name: 'a', replicas: 8, annotations }),
      replicaSetFixture({
        name: 'new',
        replicas: 4,
        available: 0,
        annotations,
      }),
    ]);
    const steps = planScale(deployment, sets);
    expect(
      steps.map(({ set, replicas }) => [set.metadata.name, replicas]),
    ).toEqual([
      ['a', 15],
      ['new', 7],
    ]);
  });
});
