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
import { createClusterUpgradeAction } from './clusterUpgrade';
import { examples } from './clusterUpgrade.examples';

describe('magnum:cluster:upgrade', () => {
  let cloud: FakeOpenStack;
  let cluster: MagnumCluster;

  beforeEach(async () => {
    cloud = await FakeOpenStack.start();
    cluster = cloud.magnum.put({ labels: ownMarks() });
  });

  afterEach(() => cloud.stop());

  async function upgrade(
    changes: JsonObject = {},
    overrides: TestOptions = {},
    context: Parameters<typeof runAction>[2] = {},
  ) {
    const options = testOptions(cloud, overrides);
    const action = createClusterUpgradeAction(options);
    const input = {
      ...inputOf(examples[0]),
      cluster: cluster.uuid,
      ...changes,
    };
    return { ...(await runAction(action, input, context)), told: options.told };
  }

  it(`${examples[0].description}`, async () => {
    const { error, lines, output, told } = await upgrade();
    expect(error).toBeUndefined();
    expect(output.outcome).toBe('upgrading');
    expect(cluster.cluster_template_id).toBe('template-k8s-v1.36');
    expect(lines[0].split('\n')).toEqual([
      'Changes of the cluster shop-prod:',
      '  Kubernetes v1.35.4 becomes v1.36.1',
      '  image image-135 becomes image-136',
      '  the nodes are replaced or restarted, some at a time',
      'Stays: flavors, volumes, labels, network and numbers of nodes',
    ]);
    expect(told).toHaveLength(1);
  });

  it('always says how many nodes at a time', async () => {
    const { maxBatchSize: _, ...input } = inputOf(examples[0]);
    const action = createClusterUpgradeAction(testOptions(cloud));
    const run = await runAction(action, { ...input, cluster: cluster.uuid });
    expect(run.output.outcome).toBe('upgrading');
  });

  it('has nothing to do for what runs or is on its way', async () => {
    await upgrade();
    const again = await upgrade();
    expect(again.output.outcome).toBe('unchanged');
    expect(again.lines[0]).toContain('UPDATE_IN_PROGRESS; nothing to do');
    cloud.magnum.complete(cluster);
    expect((await upgrade()).output.outcome).toBe('unchanged');
    expect(cloud.writes).toHaveLength(1);
  });

  it('goes on with one that stopped half way', async () => {
    await upgrade();
    cloud.magnum.complete(cluster, { coe_version: 'v1.36.1' });
    cloud.magnum.groups.get(cluster.uuid)![1].status = 'UPDATE_FAILED';
    expect((await upgrade()).output.outcome).toBe('upgrading');
    expect(cloud.writes).toHaveLength(2);
  });

  it('says what of the template does not count', async () => {
    cloud.magnum.putTemplate({
      name: 'k8s-v1.38',
      flavor_id: 'm1.large',
      labels: { kube_tag: 'v1.38.0' },
    });
    const { lines } = await upgrade({ clusterTemplate: 'k8s-v1.38' });
    expect(lines[0]).toContain(
      "flavor of nodes stays m1.medium; the template's m1.large is for new clusters",
    );
    expect(lines[0]).toContain(
      'Minor versions are left out between v1.35.4 and v1.38.0',
    );
  });

  it('takes the version from the image where drivers do', async () => {
    cloud.magnum.putTemplate({ name: 'next', image_id: 'image-136' });
    const { lines } = await upgrade({ clusterTemplate: 'next' });
    expect(lines[0]).toContain('Kubernetes v1.35.4 becomes v1.36.1');
  });

  it('does not stop at versions that nobody tells', async () => {
    cloud.magnum.putTemplate({ name: 'next', image_id: 'plain' });
    const { error, lines } = await upgrade({ clusterTemplate: 'next' });
    expect(error).toBeUndefined();
    expect(lines[0]).toContain('becomes a version that nobody tells');
  });

  it.each<[string, Partial<MagnumCluster>, JsonObject, string]>([
    [
      'to go back',
      { coe_version: 'v1.37.0' },
      {},
      'has v1.36.1, which is older than the v1.37.0 that runs',
    ],
    [
      'the version that runs',
      { coe_version: 'v1.36.1' },
      {},
      'has the version that runs, v1.36.1',
    ],
    [
      'while something is in progress',
      { status: 'UPDATE_IN_PROGRESS' },
      {},
      'The cluster shop-prod is UPDATE_IN_PROGRESS',
    ],
    [
      'what was never finished',
      { status: 'CREATE_FAILED' },
      {},
      'was never finished',
    ],
    [
      'no nodes at a time',
      {},
      { maxBatchSize: 0 },
      'nodes at a time, 0, has to be',
    ],
    [
      'a template that there is not',
      {},
      { clusterTemplate: 'k8s-v9' },
      'has no cluster template k8s-v9',
    ],
  ])('refuses %s', async (_, state, changes, message) => {
    Object.assign(cluster, state);
    const { error } = await upgrade(changes);
    expect(error?.message).toContain('Cannot upgrade the cluster shop-prod');
    expect(error?.message).toContain(message);
    expect(cloud.writes).toEqual([]);
  });

  it('refuses another distribution', async () => {
    cloud.magnum.putTemplate({
      name: 'k8s-v1.37',
      cluster_distro: 'flatcar',
      labels: { kube_tag: 'v1.37.0' },
    });
    const { error } = await upgrade({ clusterTemplate: 'k8s-v1.37' });
    expect(error?.message).toContain('is for flatcar, the cluster runs ubuntu');
  });

  it('prints the plan in a dry run', async () => {
    const { lines, output } = await upgrade({}, {}, { isDryRun: true });
    expect(lines.at(-1)).toContain('Would upgrade the cluster shop-prod');
    expect(output.outcome).toBe('planned');
    expect(cloud.writes).toEqual([]);
  });

  it('is for those to whom the cluster belongs', async () => {
    const denied = { authorizer: mockAuthorizer({ denied: true }) };
    expect((await upgrade({}, denied)).error?.message).toContain(
      'slipway.cluster.update is missing',
    );
    expect(cloud.writes).toEqual([]);
  });
});
