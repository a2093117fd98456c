import fc from 'fast-check';
import {
  deploymentFixture,
  replicaSetFixture,
} from '../testing/replicaSetFixture';
import { ReplicaSet } from '../types';
import { planRecreate, planRollingUpdate, ScaleStep } from './planRollout';
import { availableOf, replicasOf, sortReplicaSets, sum } from './ReplicaSets';
import { rolloutNumbers } from './rolloutNumbers';

const rolling = (maxSurge: number | string, maxUnavailable: number | string) =>
  ({
    type: 'RollingUpdate',
    rollingUpdate: { maxSurge, maxUnavailable },
  } as const);

function plan(
  replicas: number,
  strategy: ReturnType<typeof rolling>,
  owned: ReplicaSet[],
): [string, number][] {
  const deployment = deploymentFixture({ replicas, strategy });
  const sets = sortReplicaSets(deployment, owned);
  return planRollingUpdate(deployment, {
    ...sets,
    current: sets.current!,
  }).map(({ set, replicas: size }) => [set.metadata.name, size]);
}

describe('planRollingUpdate', () => {
  it('adds up to maxSurge new pods first', () => {
    expect(
      plan(4, rolling('25%', '25%'), [
        replicaSetFixture({ name: 'a', replicas: 4 }),
        replicaSetFixture({ name: 'new', replicas: 0 }),
      ]),
    ).toEqual([['new', 1]]);
  });

  it('takes old pods away as far as enough are available', () => {
    expect(
      plan(4, rolling(1, 1), [
        replicaSetFixture({ name: 'a', replicas: 4 }),
        replicaSetFixture({ name: 'new', replicas: 1, available: 0 }),
      ]),
    ).toEqual([['a', 3]]);
  });

  it('does not count new pods that are not available', () => {
    expect(
      plan(4, rolling(1, 0), [
        replicaSetFixture({ name: 'a', replicas: 4 }),
        replicaSetFixture({ name: 'new', replicas: 1, available: 0 }),
      ]),
    ).toEqual([]);
  });

  it('gives up broken old pods before sound ones', () => {
    expect(
      plan(4, rolling(1, 1), [
        replicaSetFixture({ name: 'a', replicas: 3 }),
        replicaSetFixture({ name: 'b', replicas: 1, available: 0 }),
        replicaSetFixture({ name: 'new', replicas: 1, available: 1 }),
      ]),
    ).toEqual([
      ['a', 2],
      ['b', 0],
    ]);
  });

  it('ends with the new pods alone and never leaves the bounds', () => {
    const numbers = fc.record({
      replicas: fc.integer({ min: 1, max: 12 }),
      surge: fc.integer({ min: 0, max: 4 }),
      unavailable: fc.integer({ min: 0, max: 4 }),
      old: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(numbers, ({ replicas, surge, unavailable, old }) => {
        const deployment = deploymentFixture({
          replicas,
          strategy: rolling(surge, unavailable),
        });
        const { maxSurge, minAvailable } = rolloutNumbers(deployment);
        let owned = [
          ...old.map((size, i) =>
            replicaSetFixture({ name: `a${i}`, replicas: size }),
          ),
          replicaSetFixture({ name: 'new', replicas: 0 }),
        ];
        for (let round = 0; round < 100; round++) {
          const sets = sortReplicaSets(deployment, owned);
          const before = sum(sets.all, replicasOf);
          const availableBefore = sum(sets.all, availableOf);
          const steps = planRollingUpdate(deployment, {
            ...sets,
            current: sets.current!,
          });
          if (!steps.length) {
            break;
          }
          owned = apply(owned, steps);
          const after = sum(owned, replicasOf);
          expect(after).toBeLessThanOrEqual(
            Math.max(before, replicas + maxSurge),
          );
          // Pods of the new set become available between two rounds.
          expect(after).toBeGreaterThanOrEqual(
            Math.min(availableBefore, minAvailable),
          );
        }
        expect(owned.map(set => [set.metadata.name, replicasOf(set)])).toEqual([
          ...old.map((_, i) => [`a${i}`, 0]),
          ['new', replicas],
        ]);
      }),
    );
  });
});

describe('planRecreate', () => {
  const deployment = deploymentFixture({
    replicas: 2,
    strategy: { type: 'Recreate' },
  });
  const sizes = (steps: ScaleStep[]) =>
    steps.map(({ set, replicas }) => [set.metadata.name, replicas]);

  it('waits for the last old pod', () => {
    const old = replicaSetFixture({ name: 'a', replicas: 2 });
    const gone = replicaSetFixture({ name: 'a', replicas: 0 });
    const fresh = replicaSetFixture({ name: 'new', replicas: 0 });
    const planned = (owned: ReplicaSet[], oldPodsLeft: boolean) =>
      sizes(
        planRecreate(
          deployment,
          sortReplicaSets(deployment, owned),
          oldPodsLeft,
        ),
      );
    expect(planned([old], true)).toEqual([['a', 0]]);
    expect(planned([gone, fresh], true)).toEqual([]);
    expect(planned([gone, fresh], false)).toEqual([['new', 2]]);
  });
});

function apply(owned: ReplicaSet[], steps: ScaleStep[]): ReplicaSet[] {
  return owned.map(set => {
    const step = steps.find(s => s.set.metadata.name === set.metadata.name);
    const { name } = set.metadata;
    return step ? replicaSetFixture({ name, replicas: step.replicas }) : set;
  });
}
