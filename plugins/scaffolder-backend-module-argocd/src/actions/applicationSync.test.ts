import {
  inputOf,
  runAction,
  steppingClock,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { FakeHub } from '../__testUtils__/FakeHub';
import { ownApplication } from '../__testUtils__/ownApplication';
import { testOptions } from '../__testUtils__/testOptions';
import { OperationState } from '../applications';
import { createApplicationSyncAction } from './applicationSync';
import { examples } from './applicationSync.examples';

const OLD: OperationState = { phase: 'Succeeded', startedAt: '10:00' };
const RUNNING: OperationState = {
  phase: 'Running',
  startedAt: '11:00',
  message: 'waiting for healthy state of apps/Deployment/shop',
};

describe('argocd:application:sync', () => {
  let hub: FakeHub;

  beforeEach(async () => {
    hub = await FakeHub.start();
  });

  afterEach(() => hub.stop());

  function sync(moments: (() => void)[] = []) {
    const clock = steppingClock(moments);
    const action = createApplicationSyncAction(testOptions(hub, { clock }));
    return runAction(action, inputOf(examples[0]), {
      user: { ref: 'user:default/developer' },
    });
  }

  function is(operationState: OperationState) {
    return () => void ownApplication(hub, { operationState });
  }

  it(`${examples[0].description}`, async () => {
    is(OLD)();
    const { error, lines, output } = await sync([
      is(RUNNING),
      is({
        phase: 'Succeeded',
        startedAt: '11:00',
        syncResult: { revision: 'r3' },
      }),
    ]);
    expect(error).toBeUndefined();
    expect(output).toEqual({ revision: 'r3' });
    expect(lines).toEqual([
      'Application shop-dev: sync requested (0.0 s)',
      'Application shop-dev: sync Running: waiting for healthy state of apps/Deployment/shop (1.0 s)',
      'Synced to r3',
    ]);
    expect(hub.writes).toHaveLength(1);
    expect(hub.writes[0].body).toMatchObject({
      metadata: { resourceVersion: '7' },
      operation: {
        initiatedBy: { username: 'user:default/developer' },
        sync: { prune: true },
      },
    });
  });

  it('waits for an operation that is running, then starts its own', async () => {
    is(RUNNING)();
    const { error, lines } = await sync([
      is({ phase: 'Failed', startedAt: '11:00' }),
      is({ phase: 'Succeeded', startedAt: '12:00' }),
    ]);
    expect(error).toBeUndefined();
    expect(lines[0]).toContain('another operation is running');
    expect(hub.writes).toHaveLength(1);
  });

  it('fails with what Argo CD says', async () => {
    is(OLD)();
    const { error } = await sync([
      is({ phase: 'Failed', startedAt: '11:00', message: 'hook failed' }),
    ]);
    expect(error?.message).toBe('Application shop-dev: Failed: hook failed');
  });

  it('refuses what is absent or another’s', async () => {
    expect((await sync()).error?.message).toBe(
      'The hub platform has no Application shop-dev',
    );
    ownApplication(hub, {}, 'payments');
    expect((await sync()).error?.message).toBe(
      'The Application shop-dev is in the project team of payments, not of storefront',
    );
    expect(hub.writes).toEqual([]);
  });
});
