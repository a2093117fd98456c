import {
  inputOf,
  mockAuthorizer,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { createClusterAdmin } from '@slipway/backstage-plugin-openstack-node';
import { CLUSTER_ID } from '../__testUtils__/FakeCloud';
import { FakeCluster, status } from '../__testUtils__/FakeCluster';
import { FakeProxy } from '../__testUtils__/FakeProxy';
import { ORDERED, RegistrationRig } from '../__testUtils__/RegistrationRig';
import { examples } from './clusterRegister.examples';

describe('argocd:cluster:register', () => {
  let rig: RegistrationRig;
  let hub: RegistrationRig['hub'];
  let cluster: RegistrationRig['cluster'];
  let cloud: RegistrationRig['cloud'];
  let checkpoints: RegistrationRig['checkpoints'];

  beforeEach(async () => {
    rig = await RegistrationRig.start();
    ({ hub, cluster, cloud, checkpoints } = rig);
  });

  afterEach(() => rig.stop());

  const register: RegistrationRig['register'] = (...args) =>
    rig.register(...args);

  const secret: RegistrationRig['secret'] = (...args) => rig.secret(...args);

  const registered: RegistrationRig['registered'] = (...args) =>
    rig.registered(...args);

  it('makes accounts, tries them, and writes both Secrets', async () => {
    const { error, lines, output } = await register();
    expect(error).toBeUndefined();
    expect(output).toEqual({
      name: 'shop-prod',
      server: cluster.url,
      verified: true,
    });
    const marks = {
      'slipway.dev/zone': 'shop.example.org',
      'slipway.dev/cloud': 'acme',
      'slipway.dev/magnum-cluster': CLUSTER_ID,
      'slipway.dev/components': 'cert-manager,ingress',
    };
    const labels = {
      'slipway.dev/owner': 'storefront',
      'slipway.dev/stage': 'prod',
    };
    expect(secret('argocd')).toMatchObject({
      labels: { ...labels, 'argocd.argoproj.io/secret-type': 'cluster' },
      annotations: marks,
      data: { name: 'shop-prod', server: cluster.url },
    });
    expect(secret('slipway-fleet')).toMatchObject({
      labels: { ...labels, 'slipway.dev/secret-type': 'cluster' },
      annotations: marks,
      data: { name: 'shop-prod', server: cluster.url },
    });
    const config = JSON.parse(secret('argocd').data.config);
    expect(config).toEqual({
      bearerToken: expect.stringContaining('canary-'),
      tlsClientConfig: {
        caData: Buffer.from(cluster.authority.pem).toString('base64'),
      },
    });
    expect(secret('slipway-fleet').data.config).not.toBe(
      secret('argocd').data.config,
    );
    expect(secret('slipway-fleet').data).not.toHaveProperty('operatorConfig');
    expect(cluster.names('ServiceAccount')).toEqual([
      'argocd-manager',
      'slipway-reader',
    ]);
    expect(lines).toEqual([
      'Waiting for the token of argocd-manager (0.0 s)',
      'argocd-manager is on the cluster, and its token works',
      'Waiting for the token of slipway-reader (0.0 s)',
      'slipway-reader is on the cluster, and its token works',
      'Wrote the Secret slipway-fleet/cluster-shop-prod of the hub platform',
      'Wrote the Secret argocd/cluster-shop-prod of the hub platform',
    ]);
  });

  it(`${examples[0].description}`, async () => {
    const input = inputOf(examples[0]);
    expect(Object.keys(ORDERED).sort()).toEqual(Object.keys(input).sort());
  });

  it('takes empty texts for what a template does not know', async () => {
    const empty = { cloud: '', hub: '', proxyUrl: '', stage: '', zone: '' };
    const { error } = await register(empty);
    expect(error).toBeUndefined();
    const { annotations, labels } = secret('argocd');
    expect(Object.keys({ ...annotations, ...labels })).not.toContain(
      'slipway.dev/stage',
    );
  });

  it(`${examples[2].description}`, async () => {
    const { proxyUrl, ...input } = inputOf(examples[2]);
    expect(proxyUrl).toBeDefined();
    const { error } = await register(input);
    expect(error).toBeUndefined();
    expect(secret('slipway-fleet').data).toHaveProperty('operatorConfig');
    expect(secret('argocd').data).not.toHaveProperty('operatorConfig');
    expect(cluster.names('ServiceAccount')).toContain('slipway-operator');
    const [reader] = [...cluster.objects.values()].filter(
      ({ metadata }) => metadata.name === 'slipway-system:slipway-reader',
    );
    expect(JSON.stringify(reader.rules)).toContain('"secrets"');
    expect(cluster.names('Secret')).toEqual([
      expect.stringMatching(/^argocd-manager-token-[0-9a-f]{8}$/),
      expect.stringMatching(/^slipway-operator-token-[0-9a-f]{8}$/),
      expect.stringMatching(/^slipway-reader-token-[0-9a-f]{8}$/),
    ]);
  });

  it('signs in with a certificate that Magnum has signed', async () => {
    const { error } = await register({}, { createAdmin: createClusterAdmin });
    expect(error).toBeUndefined();
    expect(cluster.requests[0]).toMatchObject({ user: 'admin' });
  });

  it('keeps Secrets from the reader unless they are opted in', async () => {
    await register();
    const roles = [...cluster.objects.values()].filter(
      ({ metadata }) => metadata.name === 'slipway-system:slipway-reader',
    );
    expect(JSON.stringify(roles)).not.toContain('"secrets"');
  });

  it('can be repeated', async () => {
    await register();
    const [before, objects] = [
      secret('argocd').data,
      cluster.names('ClusterRoleBinding'),
    ];
    const { error, output } = await register();
    expect(error).toBeUndefined();
    expect(output.verified).toBe(true);
    expect(secret('argocd').data).toEqual(before);
    expect(cluster.names('ClusterRoleBinding')).toEqual(objects);
    expect(hub.objects.size).toBe(2);
  });

  it('renews tokens: the old ones go when the hub has the new ones', async () => {
    await register();
    const before = secret('argocd').data.config;
    const { error, lines } = await register({ rotate: true });
    expect(error).toBeUndefined();
    expect(secret('argocd').data.config).not.toBe(before);
    expect(cluster.tokens()).toHaveLength(2);
    expect(lines.slice(-2)).toEqual([
      'Deleted the old token argocd-manager-token of argocd-manager',
      'Deleted the old token slipway-reader-token of slipway-reader',
    ]);
    expect(lines.findIndex(line => line.startsWith('Wrote'))).toBeLessThan(
      lines.findIndex(line => line.startsWith('Deleted')),
    );
  });

  it('goes on with the token that a killed rotation began with', async () => {
    await register();
    hub.quotes = true;
    expect((await register({ rotate: true })).error).toBeDefined();
    expect(cluster.tokens()).toHaveLength(4);
    hub.quotes = false;
    expect((await register({ rotate: true })).error).toBeUndefined();
    expect(cluster.tokens()).toHaveLength(2);
    expect([...checkpoints.values()]).toEqual([
      expect.stringMatching(/^[0-9a-f]{8}$/),
    ]);
  });

  it('removes the account for operations when it is not asked for any more', async () => {
    await register({ operator: true });
    const { lines } = await register();
    expect(lines).toContain(
      'Removed slipway-operator, which is not asked for any more',
    );
    expect(cluster.names('ServiceAccount')).not.toContain('slipway-operator');
  });

  it('writes nothing into the hub when a credential does not work', async () => {
    cluster.deniesAll = true;
    const { error } = await register();
    expect(error?.message).toContain(
      'The cluster shop-prod does not take the new credential. argocd-manager is not ready: it may not * *.*. Nothing was changed on the hub',
    );
    expect(hub.objects.size).toBe(0);
  });

  it('says when no token comes', async () => {
    cluster.looksUntilToken = Infinity;
    expect((await register()).error?.message).toContain(
      'has not filled the Secret slipway-system/argocd-manager-token',
    );
    expect(hub.objects.size).toBe(0);
  });

  it('does not tell what a refusal of the hub quotes', async () => {
    hub.quotes = true;
    expect((await register()).error?.message).toContain(
      'the Secret slipway-fleet/cluster-shop-prod is refused, with words that quote what is in it',
    );
  });

  it('waits for an API that has a moment of trouble', async () => {
    cluster.nextAnswers.push(status(503, 'starting'), status(500, 'etcd'));
    const { error, lines } = await register();
    expect(error).toBeUndefined();
    expect(lines[0]).toBe('Waiting for the API: starting (0.0 s)');
  });

  it('goes on after a moment of trouble in the middle', async () => {
    const version = { status: 200, body: { gitVersion: 'v1.36.2' } };
    cluster.nextAnswers.push(version, status(503, 'restarting'));
    const { error, lines, output } = await register();
    expect(error).toBeUndefined();
    expect(output.verified).toBe(true);
    expect(lines[0]).toBe(
      'Cannot make the accounts on shop-prod: Cluster shop-prod: restarting; trying again (0.0 s)',
    );
  });

  describe('when the API cannot be reached', () => {
    it('registers the cluster without a credential, and says what to do', async () => {
      await cluster.stop();
      const { error, lines, output } = await register();
      expect(error).toBeUndefined();
      expect(output.verified).toBe(false);
      for (const namespace of ['argocd', 'slipway-fleet']) {
        const { annotations, data, labels } = secret(namespace);
        expect(annotations).toMatchObject({
          'slipway.dev/unverified': expect.stringContaining('ECONNREFUSED'),
          'slipway.dev/magnum-cluster': CLUSTER_ID,
        });
        expect(labels).not.toHaveProperty('slipway.dev/stage');
        expect(Object.keys(JSON.parse(data.config))).toEqual([
          'tlsClientConfig',
        ]);
      }
      expect(secret('argocd').annotations).toMatchObject({
        'argocd.argoproj.io/skip-reconcile': 'true',
      });
      const said = lines.join('\n');
      expect(said).toContain('cannot be reached from here: connect');
      expect(said).toContain('register it again');
      expect(said).toContain('kubectl --context CLUSTER apply --server-side');
    });

    it('leaves a registration that works as it is', async () => {
      await register();
      const before = secret('argocd');
      await cluster.stop();
      const { error, lines, output } = await register();
      expect(error).toBeUndefined();
      expect(output.verified).toBe(false);
      expect(lines.join('\n')).toContain('that stays as it is');
      expect(secret('argocd')).toEqual(before);
      expect((await register({ rotate: true })).error?.message).toContain(
        'no token was renewed',
      );
    });

    it('is made good by the next time', async () => {
      const { port } = new URL(cluster.url);
      await cluster.stop();
      await register();
      await cluster.listen(Number(port));
      const { output } = await register();
      expect(output.verified).toBe(true);
      expect(secret('argocd').annotations).not.toHaveProperty(
        'slipway.dev/unverified',
      );
      expect(secret('argocd').labels).toMatchObject({
        'slipway.dev/stage': 'prod',
      });
    });
  });

  describe('through a proxy', () => {
    let proxy: FakeProxy;

    beforeEach(async () => {
      proxy = await FakeProxy.start();
    });

    afterEach(() => proxy.stop());

    it('makes and tries the accounts, and tells the readers of the way', async () => {
      const { error, output } = await register({ proxyUrl: proxy.url });
      expect(error).toBeUndefined();
      expect(output.verified).toBe(true);
      expect(new Set(proxy.tunnels)).toEqual(
        new Set([new URL(cluster.url).host]),
      );
      for (const namespace of ['argocd', 'slipway-fleet']) {
        expect(JSON.parse(secret(namespace).data.config)).toMatchObject({
          proxyUrl: proxy.url,
        });
      }
    });

    it('says when the proxy does not let us through', async () => {
      proxy.refuses = true;
      const { lines, output } = await register({ proxyUrl: proxy.url });
      expect(output.verified).toBe(false);
      expect(lines.join()).toContain(
        `cannot be reached from here through the proxy ${proxy.url}: the proxy answered 403`,
      );
    });
  });

  it('does not take another server for the cluster', async () => {
    const other = await FakeCluster.start();
    try {
      cloud.cluster = { ...cloud.cluster, api_address: other.url };
      const { error } = await register();
      expect(error?.message).toMatch(/^Cluster shop-prod: .*certificate/);
      expect(other.requests).toEqual([]);
      expect(hub.objects.size).toBe(0);
    } finally {
      await other.stop();
    }
  });

  describe('at the hub', () => {
    it('refuses a name that leads to another cluster', async () => {
      registered('argocd', { server: 'https://10.0.0.9:6443' });
      expect((await register()).error?.message).toBe(
        'The name is taken: the Secret argocd/by-hand of the hub platform registers another cluster as shop-prod, at https://10.0.0.9:6443. Unregister that one first, or choose another name',
      );
      expect(cluster.requests).toEqual([]);
    });

    it('brings the Secret of the same server up to date, under its name', async () => {
      registered('argocd', { name: 'old-name', owner: 'storefront' });
      expect((await register()).error).toBeUndefined();
      expect(secret('argocd', 'by-hand').data.name).toBe('shop-prod');
      expect(hub.get('Secret', 'cluster-shop-prod')).toBeUndefined();
    });

    it('does not rename what Applications go to', async () => {
      registered('argocd', { name: 'old-name', owner: 'storefront' });
      hub.put({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: { name: 'shop-dev' },
        spec: { destination: { name: 'old-name' } },
      });
      expect((await register()).error?.message).toContain(
        'is registered as old-name, and Applications go there by that name: shop-dev',
      );
    });

    it('follows the cluster to a new address', async () => {
      await register();
      const moved = { ...cloud.cluster, api_address: 'https://127.0.0.1:1' };
      cloud.cluster = moved;
      const { lines } = await register();
      expect(lines[0]).toBe(
        `The address of shop-prod has changed: ${cluster.url} before`,
      );
    });

    it('leaves what is of others to platform engineers', async () => {
      registered('slipway-fleet', { owner: 'payments' });
      expect((await register()).error?.message).toContain(
        'belongs to payments, not to storefront',
      );
      registered('slipway-fleet');
      expect((await register()).error?.message).toContain(
        'slipway.platform.write is missing',
      );
      const authorizer = mockAuthorizer({ platform: true });
      expect((await register({}, { authorizer })).error).toBeUndefined();
    });

    it('needs the namespace of the fleet', async () => {
      hub.namespaces.delete('slipway-fleet');
      expect((await register()).error?.message).toBe(
        'The hub platform has no namespace slipway-fleet; create it first',
      );
      expect(cluster.requests).toEqual([]);
    });

    it('is waited for', async () => {
      hub.failures = 3;
      expect((await register()).output.verified).toBe(true);
    });
  });

  it('only shows the plan in a dry run', async () => {
    const { lines, output } = await register({}, { isDryRun: true });
    expect(output.verified).toBe(false);
    expect(lines[0]).toContain(`Would register the cluster shop-prod at`);
    expect(lines[0]).toContain('slipway-system/slipway-reader of the cluster');
    expect(lines[0]).toContain('slipway.dev/stage=prod');
    expect(cluster.requests).toEqual([]);
    expect(hub.objects.size).toBe(0);
  });

  it.each([
    [{ api_address: null, status: 'CREATE_IN_PROGRESS' }, 'no API address yet'],
    [{ status: 'DELETE_IN_PROGRESS' }, 'is being deleted'],
    [{ api_address: 'http://10.0.0.1:8080' }, 'without TLS'],
    [{ name: 'other' }, 'was made as other'],
    [{ labels: {} }, 'slipway.platform.write is missing'],
  ])('refuses a cluster with %j', async (changes, message) => {
    cloud.cluster = { ...cloud.cluster, ...changes };
    expect((await register()).error?.message).toContain(message);
    expect(hub.writes).toEqual([]);
  });

  it('refuses unknown clusters, watched clouds and clusters of others', async () => {
    cloud.gone = true;
    expect((await register()).error?.message).toContain(
      `Magnum of acme has no cluster ${CLUSTER_ID}`,
    );
    cloud.watchOnly = true;
    expect((await register()).error?.message).toContain('is only watched');
    expect((await register({ owner: 'payments' })).error?.message).toContain(
      'does not belong to',
    );
    const authorizer = mockAuthorizer({ denied: true });
    expect((await register({}, { authorizer })).error?.message).toContain(
      'slipway.cluster.update is missing',
    );
    expect(hub.requests).toEqual([]);
  });

  it('tells all that is wrong with the input at once', async () => {
    const { error } = await register({
      name: 'Shop_Prod',
      stage: 'a b',
      components: ['x/y'],
      labels: { 'slipway.dev/owner': 'me', tier: '!' },
      proxyUrl: 'http://me:secret@proxy',
    });
    expect(error?.message).toMatch(
      /"Shop_Prod" cannot .*"a b" cannot .*"x\/y" is not .*"!" cannot .*slipway.dev\/owner is not for free use.*holds a password/,
    );
    expect(error?.message).not.toContain('secret@');
  });
});
