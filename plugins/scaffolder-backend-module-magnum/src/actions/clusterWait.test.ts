import { JsonObject } from '@backstage/types';
import {
  MagnumCluster,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';
import {
  inputOf,
  mockAuthorizer,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { refusal } from '../__testUtils__/FakeAnswer';
import { FakeOpenStack } from '../__testUtils__/FakeOpenStack';
import { ownMarks } from '../__testUtils__/ownMarks';
import { testOptions, TestOptions } from '../__testUtils__/testOptions';
import { createClusterWaitAction } from './clusterWait';
import { examples } from './clusterWait.examples';

const LIST = 'GET clusters/detail';
const nothing = (count: number) =>
  Array.from({ length: count }, () => () => {});

describe('magnum:cluster:wait', () => {
  let cloud: FakeOpenStack;
  let cluster: MagnumCluster;
  let workers: MagnumNodeGroup;

  beforeEach(async () => {
    cloud = await FakeOpenStack.start();
    cluster = cloud.magnum.put({
      status: 'CREATE_IN_PROGRESS',
      status_reason: 'Stack CREATE started',
      api_address: null,
      labels: ownMarks(),
    });
    workers = cloud.magnum.groups.get(cluster.uuid)![1];
  });

  afterEach(() => cloud.stop());

  function wait(
    overrides: TestOptions = {},
    changes: JsonObject = {},
    context: Parameters<typeof runAction>[2] = {},
  ) {
    const action = createClusterWaitAction(testOptions(cloud, overrides));
    const input = {
      ...inputOf(examples[0]),
      clusterId: cluster.uuid,
      ...changes,
    };
    return runAction(action, input, context);
  }

  /** The first sleep is none: the first poll is due at once. */
  const after = (polls: number, moment: () => void) => ({
    moments: [...nothing(polls), moment],
  });

  function complete() {
    cloud.magnum.complete(cluster, { status_reason: null });
    cloud.magnum.groups
      .get(cluster.uuid)!
      .forEach(group => Object.assign(group, { status: 'CREATE_COMPLETE' }));
  }

  it(`${examples[0].description}`, async () => {
    const { error, lines, output } = await wait(after(25, complete));
    expect(error).toBeUndefined();
    expect(output).toEqual({
      status: 'CREATE_COMPLETE',
      apiAddress: 'https://203.0.113.10:6443',
      version: 'v1.35.4',
    });
    const groups = (status: string) =>
      `default-master ${status} (1 node); default-worker ${status} (3 nodes)`;
    expect(lines).toEqual([
      `Cluster shop-prod: CREATE_IN_PROGRESS, Stack CREATE started; ${groups(
        'CREATE_IN_PROGRESS',
      )} (0 s of 60 min)`,
      'Cluster shop-prod: still CREATE_IN_PROGRESS (2 min of 60)',
      'Cluster shop-prod: still CREATE_IN_PROGRESS (4 min of 60)',
      `Cluster shop-prod: CREATE_COMPLETE; ${groups(
        'CREATE_COMPLETE',
      )} (4 min)`,
    ]);
  });

  it('asks once for thirty tasks, and not for each', async () => {
    const options = testOptions(cloud, after(6, complete));
    const action = createClusterWaitAction(options);
    const input = { cloud: 'acme', clusterId: cluster.uuid };
    const runs = await Promise.all(
      Array.from({ length: 30 }, () => runAction(action, input)),
    );
    expect(runs.map(({ error }) => error)).toEqual(Array(30).fill(undefined));
    expect(cloud.count(LIST)).toBe(7);
  });

  it('is for those to whom the cluster belongs', async () => {
    const denied = mockAuthorizer({ denied: true });
    expect((await wait({ authorizer: denied })).error?.message).toContain(
      'slipway.cluster.update is missing',
    );
    cluster.labels = ownMarks({ owner: 'payments' });
    expect((await wait()).error?.message).toContain('does not belong to');
    cluster.labels = {};
    expect((await wait()).error?.message).toContain(
      'slipway.platform.write is missing',
    );
    expect(cloud.count(LIST)).toBe(0);
  });

  it('knows clusters of clouds that know them', async () => {
    const { error } = await wait({}, { clusterId: 'nowhere' });
    expect(error?.message).toBe('The cloud acme has no cluster nowhere');
  });

  it.each<[string, Partial<MagnumCluster>, string]>([
    [
      'faults, and what to do about it',
      {
        status_reason: 'default-worker failed',
        faults: {
          'default-worker':
            'Quota exceeded for cores: Requested 8, but already used 40 of 40 cores',
        },
      },
      "Cluster shop-prod: CREATE_FAILED: default-worker: Quota exceeded for cores: Requested 8, but already used 40 of 40 cores. Quota of the project is used up: Free resources of the named kind or have the project's quota raised, then delete the cluster and create it again (Cluster API drivers go on by themselves).",
    ],
    [
      'its reason',
      { status_reason: 'Something broke' },
      'Cluster shop-prod: CREATE_FAILED: Something broke',
    ],
    [
      'no reason',
      { status_reason: null },
      'Cluster shop-prod: CREATE_FAILED: Magnum gives no reason',
    ],
  ])('ends with %s when it fails', async (_, changes, message) => {
    const { error } = await wait(
      after(2, () =>
        Object.assign(cluster, { status: 'CREATE_FAILED', ...changes }),
      ),
    );
    expect(error?.message).toBe(message);
  });

  it('ends with the reason of a node group', async () => {
    const { error } = await wait(
      after(2, () => {
        Object.assign(cluster, { status: 'CREATE_FAILED', status_reason: '' });
        Object.assign(workers, {
          status: 'CREATE_FAILED',
          status_reason: 'No valid host was found.',
        });
      }),
    );
    expect(error?.message).toBe(
      'Cluster shop-prod: CREATE_FAILED: default-worker: CREATE_FAILED, No valid host was found. No host for this flavor: Choose another flavor or availability zone, or ask the operator for capacity.',
    );
  });

  it('does not call complete what has a failed group', async () => {
    cloud.magnum.begin(cluster);
    const { error } = await wait(
      after(2, () => {
        cloud.magnum.complete(cluster);
        Object.assign(workers, {
          status: 'UPDATE_FAILED',
          status_reason: 'No valid host was found.',
        });
      }),
    );
    expect(error?.message).toBe(
      'Cluster shop-prod: UPDATE_COMPLETE, but default-worker: UPDATE_FAILED, No valid host was found.',
    );
  });

  it('counts a group that was made later only when it is asked for', async () => {
    complete();
    cloud.magnum.putGroup(cluster, { name: 'large', status: 'CREATE_FAILED' });
    expect((await wait()).error).toBeUndefined();
    expect((await wait({}, { nodeGroup: 'large' })).error?.message).toBe(
      'Cluster shop-prod: CREATE_COMPLETE, but large: CREATE_FAILED, Magnum gives no reason',
    );
  });

  it('ends when the time is over, which drivers for Cluster API never do', async () => {
    cluster.create_timeout = 5;
    cluster.health_status_reason = {
      infrastructure: 'Ready',
      controlplane: "Waiting on ['Available']",
    };
    const { error } = await wait();
    expect(error?.message).toMatch(
      /^Cluster shop-prod: CREATE_IN_PROGRESS \(5 min of 5\), which is all the time it was given. Still waiting: controlplane: Waiting on \['Available'\]$/,
    );
  });

  it('counts the time from the order, not from a restart', async () => {
    const { error } = await wait({
      time: () => Date.parse(`${cluster.created_at}Z`) + 90 * 60_000,
    });
    expect(error?.message).toContain('(90 min of 60)');
  });

  it('ends an update in which nothing changes any more', async () => {
    cloud.magnum.begin(cluster);
    const { error } = await wait();
    expect(error?.message).toContain(
      'UPDATE_IN_PROGRESS, and nothing has changed for 60 min. Still waiting: Stack CREATE started',
    );
  });

  it('says when there is no address', async () => {
    cluster.status = 'CREATE_COMPLETE';
    const { error, lines, output } = await wait();
    expect(error).toBeUndefined();
    expect(output.apiAddress).toBeUndefined();
    expect(lines).toContain(
      'Cluster shop-prod is CREATE_COMPLETE, but Magnum gives no address of its API; without one it cannot be registered',
    );
  });

  it('ends when somebody deletes it', async () => {
    const { error } = await wait(
      after(2, () => cloud.magnum.begin(cluster, 'DELETE_IN_PROGRESS')),
    );
    expect(error?.message).toBe(
      'Cluster shop-prod: DELETE_IN_PROGRESS; somebody deletes it',
    );
    cluster.status = 'CREATE_IN_PROGRESS';
    const gone = await wait(after(2, () => cloud.magnum.remove(cluster)));
    expect(gone.error?.message).toBe(
      `Cluster shop-prod (${cluster.uuid}) is gone from Magnum; somebody deleted it`,
    );
  });

  it('goes on when Magnum comes back', async () => {
    cloud.disturb(LIST, { answer: refusal(500, 'No database'), times: 4 });
    const { error, lines } = await wait(after(6, complete));
    expect(error).toBeUndefined();
    expect(lines[0]).toContain('No database');
    expect(lines[0]).toContain('asking on');
    expect(lines[1]).toBe('The cloud acme answers again');
    expect(lines.filter(line => line.includes('No database'))).toHaveLength(1);
  });

  it.each([
    [500, 'has not answered for 15 min'],
    [403, 'has not answered for 1 min'],
  ])('gives up when it is refused with %i for long', async (status, words) => {
    cloud.disturb(LIST, { answer: refusal(status, 'No'), times: 99 });
    const { error } = await wait();
    expect(error?.message).toContain(words);
    expect(error?.message).toContain('What was begun goes on there');
  });

  it('asks less often while Magnum is away', async () => {
    cloud.disturb(LIST, { answer: refusal(500, 'No'), times: 99 });
    await wait();
    expect(cloud.count(LIST)).toBeLessThan(20);
  });

  it('does without node groups where there are none', async () => {
    cloud.disturb(`GET clusters/${cluster.uuid}/nodegroups`, {
      answer: refusal(406, 'No'),
      times: 99,
    });
    const { error, lines } = await wait(after(2, complete));
    expect(error).toBeUndefined();
    expect(lines[0]).toBe(
      'Cluster shop-prod: CREATE_IN_PROGRESS, Stack CREATE started (0 s of 60 min)',
    );
  });

  it('ends with the signal', async () => {
    const controller = new AbortController();
    const { error } = await wait(
      after(2, () => controller.abort(new Error('cancelled'))),
      {},
      { signal: controller.signal },
    );
    expect(error?.message).toBe('cancelled');
  });

  it('asks nothing in a dry run', async () => {
    const { lines } = await wait({}, {}, { isDryRun: true });
    expect(lines[0]).toContain('Would wait for the cluster');
    expect(cloud.requests).toEqual([]);
  });

  // The step before it makes nothing then, so there is no uuid to hand on.
  it('takes a dry run without a cluster, and nothing else', async () => {
    const none = { clusterId: undefined as unknown as string };
    const { lines } = await wait({}, none, { isDryRun: true });
    expect(lines[0]).toContain('Would wait for the cluster');
    const { error } = await wait({}, none);
    expect(error?.name).toBe('InputError');
    expect(error?.message).toContain('clusterId');
  });
});
