import { inspect } from 'node:util';
import { JsonObject } from '@backstage/types';
import { Clock } from '@slipway/backstage-plugin-fleet-node';
import {
  mockAuthorizer,
  runAction,
  steppingClock,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { refusal } from './__testUtils__/FakeAnswer';
import {
  Disturbance,
  FakeOpenStack,
  PASSWORD,
} from './__testUtils__/FakeOpenStack';
import { ownMarks } from './__testUtils__/ownMarks';
import { testOptions } from './__testUtils__/testOptions';
import { createActions } from './actions/createActions';

// Many calls; a machine that is busy is no failure.
jest.setTimeout(60_000);

const SECRETS = new RegExp(`${PASSWORD}|token-of-the-fake`);

const WAYS: [string, Disturbance][] = [
  ['fails', { answer: refusal(500, `Oops ${PASSWORD}`) }],
  ['is behind a broken proxy', { answer: { status: 500, body: '<html>' } }],
  ['gives half answers', { answer: { status: 200, body: '{"clusters": [' } }],
  ['does it and breaks the connection', { done: true }],
  ['does it and never answers', { done: true, answer: 'never' }],
];

/** Each pause is twenty times as long, so that few tries are enough to give up. */
function hurried(clock: Clock): Clock {
  return {
    now: () => clock.now(),
    sleep: (milliseconds, signal) => clock.sleep(20 * milliseconds, signal),
  };
}

describe('a Magnum that goes wrong in the middle', () => {
  let cloud: FakeOpenStack;

  beforeEach(async () => {
    cloud = await FakeOpenStack.start();
  });

  afterEach(() => cloud.stop());

  /** What was begun is done a moment later. */
  function proceed(): void {
    const { magnum } = cloud;
    for (const cluster of [...magnum.clusters]) {
      if (cluster.status === 'DELETE_IN_PROGRESS') {
        magnum.remove(cluster);
      } else if (cluster.status?.endsWith('_IN_PROGRESS')) {
        const groups = magnum.groups.get(cluster.uuid)!;
        const staying = groups.filter(
          ({ status }) => status !== 'DELETE_IN_PROGRESS',
        );
        staying.forEach(group =>
          Object.assign(group, { status: 'X_COMPLETE' }),
        );
        magnum.groups.set(cluster.uuid, staying);
        magnum.complete(cluster);
      }
    }
  }

  async function act(id: string, input: JsonObject) {
    const moments = Array.from({ length: 500 }, () => proceed);
    const actions = createActions(
      testOptions(cloud, {
        clock: hurried(steppingClock(moments)),
        authorizer: mockAuthorizer({ platform: true }),
      }),
    );
    const action = actions.find(known => known.id === id)!;
    const run = await runAction(action, input);
    const said = inspect([run, run.error?.stack], { depth: 9 });
    expect(said).not.toMatch(SECRETS);
    return run;
  }

  const put = (status = 'CREATE_COMPLETE') =>
    cloud.magnum.put({ status, labels: ownMarks() });

  const cases: [string, () => JsonObject, () => unknown, unknown][] = [
    [
      'magnum:cluster:create',
      () => ({
        name: 'shop-prod',
        owner: 'storefront',
        clusterTemplate: 'k8s-v1.36',
      }),
      () => cloud.magnum.clusters.length,
      1,
    ],
    [
      'magnum:cluster:wait',
      () => ({ clusterId: put('CREATE_IN_PROGRESS').uuid }),
      () => cloud.magnum.clusters[0].status,
      'CREATE_COMPLETE',
    ],
    [
      'magnum:cluster:resize',
      () => ({ cluster: put().uuid, nodeCount: 5 }),
      () => cloud.magnum.clusters[0].node_count,
      5,
    ],
    [
      'magnum:cluster:upgrade',
      () => ({ cluster: put().uuid, clusterTemplate: 'k8s-v1.36' }),
      () => cloud.magnum.clusters[0].cluster_template_id,
      'template-k8s-v1.36',
    ],
    [
      'magnum:cluster:delete',
      () => ({ cluster: put().uuid, confirm: 'shop-prod' }),
      () => cloud.magnum.clusters.length,
      0,
    ],
    [
      'magnum:nodegroup:ensure',
      () => ({ cluster: put().uuid, name: 'large' }),
      () => [...cloud.magnum.groups.values()][0].length,
      3,
    ],
    [
      'magnum:nodegroup:delete',
      () => {
        const cluster = put();
        cloud.magnum.putGroup(cluster, { name: 'large' });
        return { cluster: cluster.uuid, name: 'large', confirm: 'large' };
      },
      () => [...cloud.magnum.groups.values()][0].length,
      2,
    ],
    [
      'magnum:cluster-template:ensure',
      () => ({ name: 'k8s-v1.37', image: 'image-136' }),
      () => cloud.magnum.templates.length,
      3,
    ],
  ];

  describe.each(cases)('%s', (id, prepare, look, wanted) => {
    it('takes so many calls', async () => {
      const { error } = await act(id, prepare());
      expect(error).toBeUndefined();
      expect(look()).toEqual(wanted);
    });

    it.each(WAYS)(
      'ends when Magnum %s, and is done once later',
      async (_, way) => {
        for (let answers = 0; ; answers += 1) {
          await cloud.stop();
          cloud = await FakeOpenStack.start();
          const input = prepare();
          cloud.disturbFrom(answers, way);
          const { error } = await act(id, input);
          cloud.recover();
          const again = await act(id, input);
          expect(again.error).toBeUndefined();
          expect(look()).toEqual(wanted);
          if (!error) {
            break;
          }
        }
      },
    );
  });
});
