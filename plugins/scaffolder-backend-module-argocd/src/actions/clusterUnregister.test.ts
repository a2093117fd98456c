import { JsonObject } from '@backstage/types';
import {
  inputOf,
  mockAuthorizer,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { FakeCloud } from '../__testUtils__/FakeCloud';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { FakeHub } from '../__testUtils__/FakeHub';
import { testOptions } from '../__testUtils__/testOptions';
import { ArgocdActionOptions } from './ArgocdActionOptions';
import { createClusterRegisterAction } from './clusterRegister';
import { createClusterUnregisterAction } from './clusterUnregister';
import { examples } from './clusterUnregister.examples';

describe('argocd:cluster:unregister', () => {
  let hub: FakeHub;
  let cluster: FakeCluster;
  let cloud: FakeCloud;

  beforeEach(async () => {
    [hub, cluster] = await Promise.all([FakeHub.start(), FakeCluster.start()]);
    cloud = FakeCloud.create(cluster);
    const options = testOptions(hub, cloud.access());
    const { error } = await runAction(createClusterRegisterAction(options), {
      ...inputOf(examples[0]),
      stage: 'prod',
      operator: true,
    });
    if (error) {
      throw error;
    }
  });

  afterEach(() => Promise.all([hub.stop(), cluster.stop()]));

  function unregister(
    changes: JsonObject = {},
    overrides: Partial<ArgocdActionOptions> & { isDryRun?: boolean } = {},
  ) {
    const { isDryRun, ...options } = overrides;
    const action = createClusterUnregisterAction(
      testOptions(hub, { ...cloud.access(), ...options }),
    );
    const input = { ...inputOf(examples[0]), ...changes };
    return runAction(action, input, { isDryRun });
  }

  function deploy(destination: object) {
    hub.put({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'shop-prod' },
      spec: { destination },
    });
  }

  it(`${examples[0].description}`, async () => {
    const { error, lines, output } = await unregister();
    expect(error).toBeUndefined();
    expect(output.removed).toBe(true);
    expect(lines).toEqual([
      'Removed the Secret slipway-fleet/cluster-shop-prod of the hub platform',
      'Removed slipway-operator from the cluster shop-prod',
      'Removed slipway-reader from the cluster shop-prod',
      'Removed argocd-manager from the cluster shop-prod',
      'Removed the Secret argocd/cluster-shop-prod of the hub platform',
    ]);
    expect(hub.objects.size).toBe(0);
    expect([...cluster.objects.keys()]).toEqual([
      '/api/v1/namespaces/slipway-system',
    ]);
  });

  it('has nothing to do the second time', async () => {
    await unregister();
    const { error, lines, output } = await unregister();
    expect(error).toBeUndefined();
    expect(output.removed).toBe(false);
    expect(lines).toEqual(['The hub platform has no cluster shop-prod']);
  });

  it('finds the cluster by its registration alone', async () => {
    const { output } = await unregister({ clusterId: null });
    expect(output.removed).toBe(true);
    expect(cluster.names('ServiceAccount')).toEqual([]);
  });

  it('works when the cluster, or Magnum, has gone before', async () => {
    await cluster.stop();
    const { error, lines } = await unregister();
    expect(error).toBeUndefined();
    expect(lines[1]).toMatch(
      /^The accounts on shop-prod stay as they are: .*ECONNREFUSED/,
    );
    expect(hub.objects.size).toBe(0);
    cloud.gone = true;
    expect((await unregister()).error).toBeUndefined();
  });

  it('refuses while Applications go there', async () => {
    for (const destination of [
      { name: 'shop-prod' },
      { server: `${cluster.url}/` },
    ]) {
      deploy(destination);
      expect((await unregister()).error?.message).toContain(
        'Applications of the hub platform that go to shop-prod: shop-prod. They would lose their cluster',
      );
    }
    expect(cluster.names('ServiceAccount')).toHaveLength(3);
    const { error, lines } = await unregister({ force: true });
    expect(error).toBeUndefined();
    expect(lines[0]).toContain('These lose their cluster');
  });

  it('only shows what would go in a dry run', async () => {
    const before = cluster.objects.size;
    const { lines } = await unregister({}, { isDryRun: true });
    expect(lines).toEqual([
      'Would remove:\n' +
        '  Secret argocd/cluster-shop-prod of the hub platform\n' +
        '  Secret slipway-fleet/cluster-shop-prod of the hub platform\n' +
        '  The accounts on the cluster, when it answers',
    ]);
    expect(cluster.objects.size).toBe(before);
  });

  it('leaves a cluster that nobody has marked to platform engineers, before the first change', async () => {
    cloud.cluster = { ...cloud.cluster, labels: {} };
    for (const isDryRun of [true, false]) {
      expect((await unregister({}, { isDryRun })).error?.name).toBe(
        'NotAllowedError',
      );
    }
    expect(hub.objects.size).toBe(2);
    expect(cluster.names('ServiceAccount')).toHaveLength(3);
    const authorizer = mockAuthorizer({ platform: true });
    expect((await unregister({}, { authorizer })).error).toBeUndefined();
    expect(hub.objects.size).toBe(0);
  });

  it('takes nothing from others', async () => {
    const denied = mockAuthorizer({ denied: true });
    expect(
      (await unregister({}, { authorizer: denied })).error?.message,
    ).toContain('slipway.cluster.delete is missing');
    expect(
      (await unregister({ clusterId: 'another' })).error?.message,
    ).toContain('is that of the cluster');
    const platform = mockAuthorizer({ platform: true });
    expect(
      (await unregister({ owner: 'payments' }, { authorizer: platform })).error
        ?.message,
    ).toContain('belongs to storefront, not to payments');
    expect(hub.objects.size).toBe(2);
  });
});
