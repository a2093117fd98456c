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
import { createClusterResizeAction } from './clusterResize';
import { examples } from './clusterResize.examples';

describe('magnum:cluster:resize', () => {
  let cloud: FakeOpenStack;
  let cluster: MagnumCluster;
  let workers: MagnumNodeGroup;
  let resizing: string;

  beforeEach(async () => {
    cloud = await FakeOpenStack.start();
    cluster = cloud.magnum.put({ labels: ownMarks() });
    workers = cloud.magnum.groups.get(cluster.uuid)![1];
    resizing = `POST clusters/${cluster.uuid}/actions/resize`;
  });

  afterEach(() => cloud.stop());

  async function resize(
    changes: JsonObject = {},
    overrides: TestOptions = {},
    context: Parameters<typeof runAction>[2] = {},
  ) {
    const options = testOptions(cloud, overrides);
    const action = createClusterResizeAction(options);
    const input = {
      ...inputOf(examples[0]),
      cluster: cluster.uuid,
      ...changes,
    };
    return { ...(await runAction(action, input, context)), told: options.told };
  }

  it(`${examples[0].description}`, async () => {
    const { error, lines, output, told } = await resize();
    expect(error).toBeUndefined();
    expect(output).toEqual({ outcome: 'resized', nodeGroup: 'default-worker' });
    expect(workers.node_count).toBe(5);
    expect(lines).toEqual([
      'Resizing default-worker of the cluster shop-prod from 3 to 5 nodes',
    ]);
    expect(told).toEqual([
      { cloud: 'acme', uuid: cluster.uuid, change: 'updated' },
    ]);
  });

  it('has nothing to do for the number that there is, or will be', async () => {
    await resize();
    const again = await resize();
    expect(again.output.outcome).toBe('unchanged');
    expect(again.lines[0]).toBe(
      'Cluster shop-prod: default-worker has 5 nodes already, UPDATE_IN_PROGRESS; nothing to do',
    );
    expect(cloud.writes).toEqual([resizing]);
  });

  it('asks for the same number again after a failure', async () => {
    Object.assign(cluster, { status: 'UPDATE_FAILED', node_count: 5 });
    workers.node_count = 5;
    expect((await resize()).output.outcome).toBe('resized');
  });

  it('resizes another group', async () => {
    const group = cloud.magnum.putGroup(cluster, {
      name: 'large',
      max_node_count: 4,
      status: 'CREATE_COMPLETE',
    });
    const run = await resize({ nodeGroup: 'large', nodeCount: 4 });
    expect(run.output.nodeGroup).toBe('large');
    expect(group.node_count).toBe(4);
    expect(workers.node_count).toBe(3);
    cluster.status = 'UPDATE_COMPLETE';
    const { error } = await resize({ nodeGroup: 'large', nodeCount: 5 });
    expect(error?.message).toContain('large may have at most 4 nodes');
  });

  it.each<[string, JsonObject, string]>([
    [
      'a group that there is not',
      { nodeGroup: 'gpu' },
      'has no node group gpu; there are: default-master, default-worker',
    ],
    [
      'the control plane',
      { nodeGroup: 'default-master' },
      'default-master is the control plane, whose number of nodes stays',
    ],
    ['less than nothing', { nodeCount: -1 }, 'has to be a whole number from 0'],
    ['too many', { nodeCount: 10_000 }, '10000 nodes are more than the 5000'],
    [
      'more than there is room for',
      { nodeCount: 30 },
      '54 vCPUs are needed, 36 are left',
    ],
  ])('refuses %s', async (_, changes, message) => {
    const { error } = await resize(changes);
    expect(error?.message).toContain(message);
    expect(cloud.writes).toEqual([]);
  });

  it('waits for the end of what somebody else asked for', async () => {
    cloud.magnum.begin(cluster);
    const end = () => cloud.magnum.complete(cluster);
    const run = await resize({}, { moments: [() => {}, () => {}, end] });
    expect(run.error).toBeUndefined();
    expect(run.lines[0]).toBe(
      'Cluster shop-prod is UPDATE_IN_PROGRESS; waiting for the end of it',
    );
    expect(run.output.outcome).toBe('resized');
    cluster.status = 'DELETE_IN_PROGRESS';
    expect((await resize({ nodeCount: 7 })).error?.message).toBe(
      'Cluster shop-prod is being deleted',
    );
  });

  it('says that an autoscaler may change it', async () => {
    Object.assign(cluster.labels!, { auto_scaling_enabled: 'true' });
    expect((await resize()).lines[0]).toContain('may change the number again');
  });

  it('is repeated when the answer is lost: it does no harm twice', async () => {
    cloud.disturb(resizing, { done: true });
    const { error } = await resize();
    expect(error).toBeUndefined();
    expect(workers.node_count).toBe(5);
  });

  it('passes on what Magnum refuses', async () => {
    cloud.disturb(resizing, { answer: refusal(400, 'Not supported.') });
    expect((await resize()).error?.message).toContain('Not supported.');
  });

  it('prints the plan in a dry run', async () => {
    const { lines, output } = await resize({}, {}, { isDryRun: true });
    expect(lines[0]).toContain('Would resize default-worker');
    expect(output.outcome).toBe('planned');
    expect(cloud.writes).toEqual([]);
  });

  it('is for those to whom the cluster belongs', async () => {
    const denied = { authorizer: mockAuthorizer({ denied: true }) };
    expect((await resize({}, denied)).error?.message).toContain(
      'slipway.cluster.update is missing',
    );
    cluster.labels = {};
    expect((await resize()).error?.message).toContain(
      'slipway.platform.write is missing',
    );
    const platform = { authorizer: mockAuthorizer({ platform: true }) };
    expect((await resize({}, platform)).error).toBeUndefined();
  });
});
