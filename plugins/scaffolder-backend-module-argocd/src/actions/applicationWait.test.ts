import { JsonObject } from '@backstage/types';
import {
  inputOf,
  runAction,
  steppingClock,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { Application } from '../applications';
import { FakeHub } from '../__testUtils__/FakeHub';
import { testOptions } from '../__testUtils__/testOptions';
import { createApplicationWaitAction } from './applicationWait';
import { examples } from './applicationWait.examples';

type Status = Application['status'];

const DEPLOYMENT = { kind: 'Deployment', name: 'shop' };
const QUOTA = { kind: 'ResourceQuota', name: 'service' };
const HEALTHY: Status = {
  sync: { status: 'Synced', revision: 'r2' },
  health: { status: 'Healthy' },
  resources: [QUOTA, DEPLOYMENT],
};

describe('argocd:application:wait', () => {
  let hub: FakeHub;

  beforeEach(async () => {
    hub = await FakeHub.start();
  });

  afterEach(() => hub.stop());

  function is(status: Status, owner = 'storefront') {
    return () =>
      hub.put({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: { name: 'shop-dev', labels: { 'slipway.dev/owner': owner } },
        spec: {},
        status,
      });
  }

  function wait(
    moments: (() => void)[] = [],
    changes: JsonObject = {},
    context: Parameters<typeof runAction>[2] = {},
  ) {
    const action = createApplicationWaitAction(
      testOptions(hub, { clock: steppingClock(moments) }),
    );
    return runAction(action, { ...inputOf(examples[0]), ...changes }, context);
  }

  it(`${examples[0].description}`, async () => {
    const { error, lines, output } = await wait([
      is({ ...HEALTHY, resources: [QUOTA] }),
      is({ ...HEALTHY, sync: { status: 'OutOfSync', revision: 'r2' } }),
      is({
        ...HEALTHY,
        health: {
          status: 'Progressing',
          message:
            'Waiting for rollout to finish: 0 of 1 updated replicas are available...',
        },
      }),
      is(HEALTHY),
    ]);
    expect(error).toBeUndefined();
    expect(output).toEqual({ revision: 'r2' });
    expect(lines).toEqual([
      'Application shop-dev: does not exist yet (0.0 s)',
      'Application shop-dev: Synced, Healthy, but has no Deployment yet (1.0 s)',
      'Application shop-dev: OutOfSync, Healthy (2.0 s)',
      'Application shop-dev: Synced, Progressing, Waiting for rollout to finish: 0 of 1 updated replicas are available... (3.0 s)',
      'Application shop-dev is Synced and Healthy after 4.0 s',
    ]);
  });

  it('overlooks an error that goes away', async () => {
    const error = { type: 'InvalidSpecError', message: 'no project yet' };
    is({ conditions: [error] })();
    expect((await wait([() => {}, is(HEALTHY)])).error).toBeUndefined();
  });

  it.each<[string, Status, string]>([
    [
      'a comparison error, although its health says Healthy',
      {
        sync: { status: 'Unknown' },
        health: { status: 'Healthy' },
        conditions: [
          { type: 'ComparisonError', message: 'failed to unmarshal "a.yaml"' },
          { type: 'ComparisonError', message: 'failed to unmarshal "a.yaml"' },
        ],
      },
      'Application shop-dev: ComparisonError: failed to unmarshal "a.yaml"',
    ],
    [
      'a sync that failed, with the resource that was refused',
      {
        sync: { status: 'OutOfSync', revision: 'r2' },
        health: { status: 'Missing' },
        operationState: {
          phase: 'Failed',
          message: 'one or more objects failed to apply',
          syncResult: {
            revision: 'r2',
            resources: [
              { ...DEPLOYMENT, status: 'SyncFailed', message: 'is invalid' },
              { ...QUOTA, status: 'Synced', message: 'created' },
            ],
          },
        },
      },
      'Application shop-dev: Failed: one or more objects failed to apply; Deployment shop: is invalid',
    ],
    [
      'a degraded Application',
      {
        ...HEALTHY,
        health: {
          status: 'Degraded',
          message: 'Deployment "shop" exceeded its progress deadline',
        },
      },
      'Application shop-dev: Synced, Degraded, Deployment "shop" exceeded its progress deadline',
    ],
  ])('ends with the cause of %s', async (_, status, message) => {
    is(status)();
    expect((await wait()).error?.message).toBe(message);
  });

  it('does not take the failure of an older revision for one of this', async () => {
    is({
      ...HEALTHY,
      sync: { status: 'OutOfSync', revision: 'r2' },
      operationState: { phase: 'Failed', syncResult: { revision: 'r1' } },
    })();
    const moments = Array.from({ length: 30 }, () => () => {});
    expect((await wait([...moments, is(HEALTHY)])).error).toBeUndefined();
  });

  it('never waits for what belongs to somebody else', async () => {
    is(HEALTHY, 'payments')();
    expect((await wait()).error?.message).toBe(
      'Application shop-dev: belongs to payments, not to storefront',
    );
  });

  it('says what it saw last when time is up', async () => {
    const { error } = await wait([], { timeoutSeconds: 30 });
    expect(error?.message).toBe(
      'Application shop-dev: does not exist yet; not ready within 30 s',
    );
  });

  it('goes on when the hub comes back', async () => {
    hub.failures = 5;
    is(HEALTHY)();
    const { error, lines } = await wait();
    expect(error).toBeUndefined();
    expect(lines[0]).toContain(
      'Cannot ask the hub platform for the Application shop-dev',
    );
  });

  it('ends with the signal', async () => {
    const controller = new AbortController();
    const { error } = await wait(
      [() => controller.abort(new Error('cancelled'))],
      {},
      { signal: controller.signal },
    );
    expect(error?.message).toBe('cancelled');
  });

  it('asks nothing in a dry run', async () => {
    const { lines } = await wait([], {}, { isDryRun: true });
    expect(lines[0]).toContain('Would wait');
    expect(hub.requests).toEqual([]);
  });
});
