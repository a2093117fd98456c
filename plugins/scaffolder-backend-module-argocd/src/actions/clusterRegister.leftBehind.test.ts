import { mockAuthorizer } from '@slipway/backstage-plugin-fleet-node-test-utils';
import { CLUSTER_ID } from '../__testUtils__/FakeCloud';
import { RegistrationRig } from '../__testUtils__/RegistrationRig';

const GONE_ID = '0f9a7d52-64c5-4f0e-8a55-5c6f7c0a9d21';
const ORDER = { clusterId: '', planOnly: true };

describe('argocd:cluster:register after a cluster that was deleted elsewhere', () => {
  let rig: RegistrationRig;
  let hub: RegistrationRig['hub'];

  beforeEach(async () => {
    rig = await RegistrationRig.start();
    ({ hub } = rig);
  });

  afterEach(() => rig.stop());

  const leaveBehind = (changes: Record<string, string> = {}) => {
    for (const namespace of ['argocd', 'slipway-fleet']) {
      rig.registered(namespace, {
        clusterId: GONE_ID,
        owner: 'storefront',
        stage: 'prod',
        zone: 'shop.example.org',
        server: 'https://10.0.0.9:6443',
        ...changes,
      });
    }
  };

  const secretsOf = (namespace: string) =>
    [...hub.objects.values()]
      .filter(({ metadata }) => metadata.namespace === namespace)
      .map(({ metadata }) => metadata.name);

  it('takes its Secrets over under the same name', async () => {
    leaveBehind();
    const taken = ['slipway-fleet', 'argocd'].map(
      namespace =>
        `The Secret ${namespace}/by-hand of the hub platform was left behind by the cluster ${GONE_ID}, which Magnum does not have any more; the new cluster of that name takes it over`,
    );
    const before = await rig.register(ORDER);
    expect(before.error).toBeUndefined();
    expect(before.lines.slice(0, 2)).toEqual(taken);
    expect(hub.writes.every(({ query }) => query.dryRun === 'All')).toBe(true);
    const { error, lines, output } = await rig.register();
    expect(error).toBeUndefined();
    expect(output.verified).toBe(true);
    expect(lines.slice(0, 2)).toEqual(taken);
    for (const namespace of ['argocd', 'slipway-fleet']) {
      expect(secretsOf(namespace)).toEqual(['by-hand']);
      expect(rig.secret(namespace, 'by-hand')).toMatchObject({
        annotations: { 'slipway.dev/magnum-cluster': CLUSTER_ID },
        data: { server: rig.cluster.url },
      });
    }
  });

  it('does not take its credentials for those of the new one', async () => {
    leaveBehind();
    await rig.cluster.stop();
    const { error, output } = await rig.register();
    expect(error).toBeUndefined();
    expect(output.verified).toBe(false);
    expect(rig.secret('argocd', 'by-hand').data.config).not.toContain('old');
  });

  it('leaves those of another owner, and says who clears them away', async () => {
    const stale: Record<string, string>[] = [
      {},
      { name: 'old-name', server: rig.cluster.url },
    ];
    for (const changes of stale) {
      leaveBehind({ ...changes, owner: 'payments' });
      const { error } = await rig.register();
      expect(error?.message).toContain(
        `${GONE_ID}, which Magnum does not have any more: payments has to unregister it first, by the template cluster-delete with the id ${GONE_ID}`,
      );
    }
    leaveBehind({ owner: 'payments' });
    expect((await rig.register(ORDER)).error?.message).toContain(GONE_ID);
    expect(hub.writes).toEqual([]);
  });

  it('leaves those of nobody to platform engineers', async () => {
    leaveBehind({ owner: '' });
    expect((await rig.register()).error?.message).toContain(
      'slipway.platform.write is missing',
    );
    const authorizer = mockAuthorizer({ platform: true });
    expect((await rig.register({}, { authorizer })).error).toBeUndefined();
  });

  it('keeps the name of a cluster that Magnum still has, or another cloud', async () => {
    leaveBehind();
    hub.get('Secret', 'by-hand')!.metadata.annotations!['slipway.dev/cloud'] =
      'other';
    expect((await rig.register(ORDER)).error?.message).toContain(
      'The name is taken: the Secret argocd/by-hand',
    );
    hub.objects.clear();
    leaveBehind({ clusterId: CLUSTER_ID });
    rig.cloud.cluster = { ...rig.cloud.cluster, name: 'other' };
    expect((await rig.register(ORDER)).error?.message).toContain(
      'The name is taken',
    );
  });

  describe('that had the same address under another name', () => {
    beforeEach(() =>
      leaveBehind({ name: 'old-name', server: rig.cluster.url }),
    );

    it('removes its Secrets and writes new ones', async () => {
      const { error, lines } = await rig.register();
      expect(error).toBeUndefined();
      for (const namespace of ['slipway-fleet', 'argocd']) {
        const removed = `Removed the Secret ${namespace}/by-hand of the hub platform, which the deleted cluster ${GONE_ID} has left behind`;
        const wrote = `Wrote the Secret ${namespace}/cluster-shop-prod of the hub platform`;
        expect(lines.indexOf(wrote)).toBe(lines.indexOf(removed) + 1);
        expect(lines).toContain(removed);
        expect(secretsOf(namespace)).toEqual(['cluster-shop-prod']);
      }
    });

    it('only shows that in a plan', async () => {
      const { lines } = await rig.register({ planOnly: true });
      expect(lines.join('\n')).toContain(
        `argocd/by-hand of the hub platform, which the deleted cluster ${GONE_ID} has left behind, is removed`,
      );
      expect(secretsOf('argocd')).toEqual(['by-hand']);
    });

    it('keeps what Applications go to', async () => {
      hub.put({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: { name: 'shop-dev' },
        spec: { destination: { name: 'old-name' } },
      });
      expect((await rig.register()).error?.message).toContain(
        'Applications go there by that name: shop-dev',
      );
      expect(hub.writes).toEqual([]);
    });
  });
});
