import {
  mockAuthorizer,
  runAction,
  steppingClock,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { FakeOpenStack } from './__testUtils__/FakeOpenStack';
import { testOptions } from './__testUtils__/testOptions';
import { createActions } from './actions/createActions';

const TASKS = 30;

describe('thirty tasks at once', () => {
  let cloud: FakeOpenStack;

  beforeEach(async () => {
    cloud = await FakeOpenStack.start();
    cloud.say('GET /container-infra/v1/quotas/project-1/Cluster', {
      status: 200,
      body: { project_id: 'project-1', resource: 'Cluster', hard_limit: 99 },
    });
  });

  afterEach(() => cloud.stop());

  it('make thirty clusters and wait for them together', async () => {
    const complete = () => {
      const { clusters } = cloud.magnum;
      if (clusters.length === TASKS) {
        clusters
          .filter(({ status }) => status === 'CREATE_IN_PROGRESS')
          .forEach(cluster => cloud.magnum.complete(cluster));
      }
    };
    const actions = createActions(
      testOptions(cloud, {
        authorizer: mockAuthorizer({ platform: true }),
        clock: steppingClock(Array.from({ length: 500 }, () => complete)),
      }),
    );
    const run = (id: string, input: Parameters<typeof runAction>[1]) =>
      runAction(actions.find(action => action.id === id)!, input);
    const orders = await Promise.all(
      Array.from({ length: TASKS }, (_, at) =>
        run('magnum:cluster:create', {
          name: `shop-${at}`,
          owner: 'storefront',
          clusterTemplate: 'k8s-v1.36',
        }),
      ),
    );
    expect(orders.map(({ error }) => error)).toEqual(
      Array(TASKS).fill(undefined),
    );
    expect(cloud.magnum.clusters).toHaveLength(TASKS);
    const before = cloud.count('GET clusters/detail');
    const waits = await Promise.all(
      orders.map(({ output }) =>
        run('magnum:cluster:wait', { clusterId: output.clusterId! }),
      ),
    );
    expect(waits.map(({ output }) => output.status)).toEqual(
      Array(TASKS).fill('CREATE_COMPLETE'),
    );
    expect(cloud.count('GET clusters/detail') - before).toBeLessThan(TASKS);
  });
});
