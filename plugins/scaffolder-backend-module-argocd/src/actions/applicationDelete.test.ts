import { JsonObject } from '@backstage/types';
import {
  inputOf,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { FakeHub } from '../__testUtils__/FakeHub';
import { ownApplication } from '../__testUtils__/ownApplication';
import { testOptions } from '../__testUtils__/testOptions';
import { createApplicationDeleteAction } from './applicationDelete';
import { examples } from './applicationDelete.examples';

const RESOURCES = [
  { kind: 'Deployment', name: 'shop', namespace: 'shop-dev' },
  { kind: 'Namespace', name: 'shop-dev' },
];

describe('argocd:application:delete', () => {
  let hub: FakeHub;

  beforeEach(async () => {
    hub = await FakeHub.start();
  });

  afterEach(() => hub.stop());

  function remove(
    changes: JsonObject = {},
    context: Parameters<typeof runAction>[2] = {},
  ) {
    const action = createApplicationDeleteAction(testOptions(hub));
    return runAction(action, { ...inputOf(examples[0]), ...changes }, context);
  }

  it(`${examples[0].description}`, async () => {
    ownApplication(hub, { resources: RESOURCES });
    const { error, lines, output } = await remove();
    expect(error).toBeUndefined();
    expect(output.outcome).toBe('deleted');
    expect(lines).toEqual([
      'Deleting the Application shop-dev and with it:\n  Deployment shop-dev/shop\n  Namespace shop-dev',
      'Application shop-dev is gone after 0.0 s',
    ]);
    expect((await remove()).output.outcome).toBe('absent');
  });

  it('only shows what would go in a dry run', async () => {
    ownApplication(hub, { resources: RESOURCES });
    const { lines, output } = await remove({}, { isDryRun: true });
    expect(output.outcome).toBe('planned');
    expect(lines[0]).toContain('Would delete the Application shop-dev');
    expect(hub.writes).toEqual([]);
  });

  it('refuses without the name, for others, and what git would bring back', async () => {
    const application = ownApplication(hub);
    expect((await remove({ confirm: 'shop' })).error?.message).toContain(
      'its name has to be typed again',
    );
    expect((await remove({ owner: 'payments' })).error?.message).toContain(
      'does not belong to',
    );
    application.metadata.annotations = {
      'argocd.argoproj.io/tracking-id': 'platform:x',
    };
    expect((await remove()).error?.message).toContain('delete its file there');
    ownApplication(hub, {}, 'payments');
    expect((await remove()).error?.message).toContain(
      'is in the project team of payments',
    );
    expect(hub.writes).toEqual([]);
  });
});
