import { deploymentFixture } from '../testing/replicaSetFixture';
import { rolloutNumbers } from './rolloutNumbers';

describe('rolloutNumbers', () => {
  const numbers = (
    replicas: number,
    maxSurge?: number | string,
    maxUnavailable?: number | string,
  ) =>
    rolloutNumbers(
      deploymentFixture({
        replicas,
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge, maxUnavailable },
        },
      }),
    );

  it.each([
    [1, undefined, undefined, { maxSurge: 1, maxUnavailable: 0 }],
    [10, '25%', '25%', { maxSurge: 3, maxUnavailable: 2 }],
    [3, 0, '1%', { maxSurge: 0, maxUnavailable: 1 }],
    [2, 0, 5, { maxSurge: 0, maxUnavailable: 2 }],
    [0, 1, 1, { maxSurge: 0, maxUnavailable: 0 }],
  ])('of %s pods with %s and %s', (replicas, surge, unavailable, expected) => {
    expect(numbers(replicas, surge, unavailable)).toMatchObject(expected);
  });

  it('never surges where pods are recreated', () => {
    const deployment = deploymentFixture({
      replicas: 4,
      strategy: { type: 'Recreate' },
    });
    expect(rolloutNumbers(deployment)).toMatchObject({
      maxSurge: 0,
      minAvailable: 4,
    });
  });
});
