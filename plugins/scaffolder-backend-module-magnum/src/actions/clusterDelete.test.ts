import { JsonObject } from '@backstage/types';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import {
  inputOf,
  mockAuthorizer,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { FakeOpenStack } from '../__testUtils__/FakeOpenStack';
import { ownMarks } from '../__testUtils__/ownMarks';
import { testOptions, TestOptions } from '../__testUtils__/testOptions';
import { createClusterDeleteAction } from './clusterDelete';
import { examples } from './clusterDelete.examples';

const nothing = (count: number) =>
  Array.from({ length: count }, () => () => {});

describe('magnum:cluster:delete', () => {
  let cloud: FakeOpenStack;
  let cluster: MagnumCluster;

  beforeEach(async () => {
    cloud = await FakeOpenStack.start();
    cluster = cloud.magnum.put({ labels: ownMarks() });
  });

  afterEach(() => cloud.stop());

  async function remove(
    moments: (() => void)[] = [],
    changes: JsonObject = {},
    overrides: TestOptions = {},
    context: Parameters<typeof runAction>[2] = {},
  ) {
    const options = testOptions(cloud, { moments, ...overrides });
    const action = createClusterDeleteAction(options);
    const input = {
      ...inputOf(examples[0]),
      cluster: cluster.uuid,
      ...changes,
    };
    return { ...(await runAction(action, input, context)), told: options.told };
  }

  const gone = () => cloud.magnum.remove(cluster);

  it(`${examples[0].description}`, async () => {
    const { error, lines, output, told } = await remove([...nothing(2), gone]);
    expect(error).toBeUndefined();
    expect(output).toEqual({ outcome: 'deleted', name: 'shop-prod' });
    expect(lines).toEqual([
      [
        `Deleting the cluster shop-prod (${cluster.uuid}, CREATE_COMPLETE) and all that runs on it:`,
        '  node group default-master with 1 node',
        '  node group default-worker with 3 nodes',
        'May be left over in the cloud, and is then to be deleted there: volumes of its PersistentVolumes, load balancers of its Services, floating IPs',
      ].join('\n'),
      expect.stringContaining('Cluster shop-prod: DELETE_IN_PROGRESS;'),
      'Cluster shop-prod is gone after 20 s',
    ]);
    expect(told).toEqual([
      { cloud: 'acme', uuid: cluster.uuid, change: 'deleted' },
    ]);
    expect((await remove()).output).toEqual({
      outcome: 'absent',
      name: 'shop-prod',
    });
  });

  it.each<[string, JsonObject, Parameters<typeof runAction>[2]]>([
    ['in a dry run', {}, { isDryRun: true }],
    ['when only the plan is wanted', { planOnly: true }, {}],
  ])('only shows what would go %s', async (_, changes, context) => {
    const { lines, output } = await remove([], changes, {}, context);
    expect(output.outcome).toBe('planned');
    expect(lines[0]).toContain('Would delete the cluster shop-prod');
    expect(cloud.writes).toEqual([]);
  });

  it('refuses without its name and for others', async () => {
    expect((await remove([], { confirm: 'shop' })).error?.message).toBe(
      'To delete shop-prod its name has to be typed again; "shop" is not it',
    );
    const denied = { authorizer: mockAuthorizer({ denied: true }) };
    expect((await remove([], {}, denied)).error?.message).toContain(
      'slipway.cluster.delete is missing',
    );
    cluster.labels = ownMarks({ owner: 'payments' });
    expect((await remove()).error?.message).toContain('does not belong to');
    cluster.labels = null;
    expect((await remove()).error?.message).toContain(
      'slipway.platform.write is missing',
    );
    expect(cloud.writes).toEqual([]);
  });

  it('waits for a deletion that was begun', async () => {
    cluster.status = 'DELETE_IN_PROGRESS';
    const { lines, output } = await remove([...nothing(2), gone]);
    expect(output.outcome).toBe('deleted');
    expect(lines[0]).toBe('Cluster shop-prod is being deleted already');
    expect(cloud.writes).toEqual([]);
  });

  it('tries again what failed, and takes no old failure for a new one', async () => {
    cluster.status = 'DELETE_FAILED';
    cloud.disturb(`DELETE clusters/${cluster.uuid}`, {
      answer: { status: 204 },
    });
    const begin = () => cloud.magnum.begin(cluster, 'DELETE_IN_PROGRESS');
    const run = await remove([...nothing(2), begin, () => {}, gone]);
    expect(run.error).toBeUndefined();
    expect(run.output.outcome).toBe('deleted');
  });

  it('says why it fails', async () => {
    const fail = () => {
      Object.assign(cluster, {
        status: 'DELETE_FAILED',
        status_reason: 'Port p is still in use',
      });
      cloud.magnum.touch(cluster);
    };
    expect((await remove([...nothing(2), fail])).error?.message).toBe(
      'Cluster shop-prod: DELETE_FAILED: Port p is still in use. Delete what still uses it, then delete the cluster again',
    );
  });

  it('gives up when nothing changes for an hour', async () => {
    expect((await remove()).error?.message).toBe(
      'Cluster shop-prod: DELETE_IN_PROGRESS, and nothing has changed for 60 min: Magnum gives no reason',
    );
  });

  it('is repeated when the answer is lost', async () => {
    cloud.disturb(`DELETE clusters/${cluster.uuid}`, { done: true });
    const { error, output } = await remove([...nothing(3), gone]);
    expect(error).toBeUndefined();
    expect(output.outcome).toBe('deleted');
  });

  it('ends with the signal', async () => {
    const controller = new AbortController();
    const end = () => controller.abort(new Error('cancelled'));
    const { signal } = controller;
    const { error } = await remove([...nothing(2), end], {}, {}, { signal });
    expect(error?.message).toBe('cancelled');
  });
});
