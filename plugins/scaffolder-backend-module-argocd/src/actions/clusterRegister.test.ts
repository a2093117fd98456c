import { inspect } from 'node:util';
import { JsonObject } from '@backstage/types';
import { toClusterMarkLabels } from '@slipway/backstage-plugin-clusters-common';
import {
  inputOf,
  mockAuthorizer,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { createClusterAdmin } from '@slipway/backstage-plugin-openstack-node';
import { CLUSTER_ID, FakeCloud } from '../__testUtils__/FakeCloud';
import { FakeCluster, status } from '../__testUtils__/FakeCluster';
import { FakeHub } from '../__testUtils__/FakeHub';
import { FakeProxy } from '../__testUtils__/FakeProxy';
import { testOptions } from '../__testUtils__/testOptions';
import { Hubs, KubernetesObject } from '../hubs';
import { ArgocdActionOptions } from './ArgocdActionOptions';
import { createClusterRegisterAction } from './clusterRegister';
import { examples } from './clusterRegister.examples';

const INPUT = {
  name: 'shop-prod',
  owner: 'group:default/storefront',
  cloud: 'acme',
  clusterId: CLUSTER_ID,
  zone: 'shop.example.org',
  stage: 'prod',
  components: ['cert-manager', 'ingress'],
};

interface Secret extends KubernetesObject {
  data: Record<string, string>;
}

describe('argocd:cluster:register', () => {
  let hub: FakeHub;
  let cluster: FakeCluster;
  let cloud: FakeCloud;
  let checkpoints: Map<string, unknown>;

  beforeEach(async () => {
    [hub, cluster] = await Promise.all([FakeHub.start(), FakeCluster.start()]);
    cloud = FakeCloud.create(cluster);
    checkpoints = new Map();
  });

  afterEach(() => Promise.all([hub.stop(), cluster.stop()]));

  async function register(
    changes: JsonObject = {},
    overrides: Partial<ArgocdActionOptions> & { isDryRun?: boolean } = {},
  ) {
    const { isDryRun, ...options } = overrides;
    const action = createClusterRegisterAction(
      testOptions(hub, { ...cloud.access(), ...options }),
    );
    const run = await runAction(
      action,
      { ...INPUT, ...changes },
      {
        isDryRun,
        checkpoint: async ({ key, fn }) => {
          if (!checkpoints.has(key)) {
            checkpoints.set(key, await fn());
          }
          return checkpoints.get(key) as Awaited<ReturnType<typeof fn>>;
        },
      },
    );
    expectNoCredentialIn(run, [...checkpoints]);
    return run;
  }

  function expectNoCredentialIn(...told: unknown[]) {
    const text = inspect(told, { depth: 10, maxStringLength: null });
    expect(text).not.toMatch(/BEGIN|canary-/);
    for (const token of cluster.tokens()) {
      expect(text).not.toContain(Buffer.from(token).toString('base64'));
    }
  }

  function secret(namespace: string, name = 'cluster-shop-prod') {
    const found = hub.get<Secret>('Secret', name, namespace);
    const data = Object.entries(found?.data ?? {}).map(([key, value]) => [
      key,
      Buffer.from(value, 'base64').toString(),
    ]);
    return { ...found?.metadata, data: Object.fromEntries(data) };
  }

  function registered(namespace: string, changes: Record<string, string> = {}) {
    const { owner, secretName = 'by-hand', ...texts } = changes;
    const data = Object.entries({
      name: 'shop-prod',
      server: cluster.url,
      config: '{"bearerToken":"old"}',
      ...texts,
    }).map(([key, value]) => [key, Buffer.from(value).toString('base64')]);
    const type =
      namespace === 'argocd'
        ? 'argocd.argoproj.io/secret-type'
        : 'slipway.dev/secret-type';
    hub.put({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: secretName,
        namespace,
        labels: {
          [type]: 'cluster',
          ...(owner && { 'slipway.dev/owner': owner }),
        },
      },
      data: Object.fromEntries(data),
    });
  }

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
    expect(Object.keys(INPUT).sort()).toEqual(Object.keys(input).sort());
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

  describe('before the cluster is ordered', () => {
    const look = (changes: JsonObject = {}, overrides = {}) => {
      const { clusterId: _, ...order } = { ...INPUT, ...changes };
      return register(
        { ...order, clusterId: '', planOnly: true, ...changes },
        overrides,
      );
    };

    it(`${examples[1].description}`, async () => {
      cloud.gone = true;
      const { error, lines, output } = await look(inputOf(examples[1]));
      expect(error).toBeUndefined();
      expect(output).toEqual({ name: 'shop-prod', verified: false });
      expect(lines).toEqual([
        'The name shop-prod is free on the hub platform, and the hub would take the cluster',
      ]);
      expect(hub.objects.size).toBe(0);
      expect(cluster.requests).toEqual([]);
    });

    it('refuses who may not, also when their token has expired', async () => {
      for (const [who, message] of [
        [{ denied: true }, 'slipway.cluster.update is missing'],
        [{ expired: true }, 'Token expired'],
      ] as const) {
        const authorizer = mockAuthorizer(who);
        const { error } = await look({}, { authorizer });
        expect(error?.message).toContain(message);
      }
      expect((await look({ owner: 'payments' })).error?.message).toContain(
        'does not belong to',
      );
      expect(hub.requests).toEqual([]);
    });

    it('refuses a name that another cluster has, in either place', async () => {
      for (const namespace of ['slipway-fleet', 'argocd']) {
        hub.objects.clear();
        registered(namespace, { server: 'https://10.0.0.9:6443' });
        expect((await look()).error?.message).toMatch(
          /^The name is taken: .* registers another cluster as shop-prod/,
        );
      }
    });

    it('refuses a name that a cluster has left behind', async () => {
      await register();
      cloud.gone = true;
      expect((await look()).error?.message).toContain('The name is taken');
    });

    it('refuses a name that a cluster of another order has', async () => {
      await register();
      cloud.cluster = { ...cloud.cluster, labels: {} };
      expect((await look()).error?.message).toContain('The name is taken');
    });

    it('takes what the same order has made for no obstacle', async () => {
      await register();
      cloud.cluster = { ...cloud.cluster, api_address: null };
      const { error, lines } = await look();
      expect(error).toBeUndefined();
      expect(lines).toEqual([
        'The hub platform has the cluster shop-prod already, as the same order made it',
      ]);
    });

    it('refuses a hub that would not take it', async () => {
      hub.namespaces.delete('slipway-fleet');
      expect((await look()).error?.message).toBe(
        'The hub platform has no namespace slipway-fleet; create it first',
      );
    });

    it('waits for the hub, and not for one that stays away', async () => {
      hub.failures = 3;
      expect((await look()).error).toBeUndefined();
      hub.failures = Infinity;
      expect((await look()).error?.message).toContain(
        'Cannot ask the hub platform',
      );
    });

    it('refuses clouds that are only watched', async () => {
      cloud.watchOnly = true;
      expect((await look()).error?.message).toContain('is only watched');
    });

    it('shows the plan for a cluster that is there', async () => {
      const { lines } = await look({ clusterId: CLUSTER_ID });
      expect(lines[0]).toContain('Would register the cluster shop-prod at');
      expect(hub.objects.size).toBe(0);
    });

    it('is all that goes without a cluster', async () => {
      expect((await register({ clusterId: '' })).error?.message).toContain(
        'takes the clusterId',
      );
      const { error } = await register({ clusterId: '' }, { isDryRun: true });
      expect(error).toBeUndefined();
      expect(hub.objects.size).toBe(0);
    });
  });

  describe('when the token has expired since the order', () => {
    const authorizer = mockAuthorizer({ expired: true });

    beforeEach(() => {
      const labels = toClusterMarkLabels({
        entityRef: 'resource:default/shop-prod',
        cloud: 'acme',
        project: 'p1',
        owner: 'storefront',
        zone: 'shop.example.org',
        stage: 'prod',
        components: ['ingress', 'cert-manager'],
      });
      cloud.cluster = { ...cloud.cluster, labels };
    });

    it('registers what was ordered, and says so', async () => {
      const { error, lines, output } = await register({}, { authorizer });
      expect(error).toBeUndefined();
      expect(output.verified).toBe(true);
      expect(lines[0]).toBe(
        'The token of who started this has expired; shop-prod is registered exactly as it was ordered: owner storefront, stage prod, zone shop.example.org, components cert-manager, ingress',
      );
      expect(secret('argocd').data).toMatchObject({ server: cluster.url });
    });

    it.each<[JsonObject, string]>([
      [{ name: 'other' }, 'was made as shop-prod'],
      [{ owner: 'payments' }, 'belongs to storefront, not to payments'],
      [{ zone: 'x.example.org' }, 'zone x.example.org instead of shop.example'],
      [{ zone: '' }, 'zone none instead of shop.example.org'],
      [{ stage: 'dev' }, 'stage dev instead of prod'],
      [{ components: [] }, 'components none instead of cert-manager ingress'],
      [{ components: ['ingress'] }, 'components ingress instead of'],
      [{ operator: true }, 'operator was not ordered'],
      [{ secretsReader: true }, 'secretsReader was not ordered'],
      [{ rotate: true }, 'rotate was not ordered'],
      [{ proxyUrl: 'http://proxy:3128' }, 'proxyUrl was not ordered'],
      [{ labels: { tier: 'a' } }, 'labels was not ordered'],
      [{ annotations: { tier: 'a' } }, 'annotations was not ordered'],
    ])('refuses %j', async (changes, message) => {
      const { error } = await register(changes, { authorizer });
      expect(error?.message).toContain(message);
      expect(hub.writes).toEqual([]);
      expect(cluster.requests).toEqual([]);
    });

    it.each([
      ['of another cloud', { 'slipway.dev/cloud': 'other' }],
      ['of another entity', { 'slipway.dev/entity': 'resource:default/x' }],
      ['without marks', { 'slipway.dev/entity': '' }],
    ])('refuses a cluster %s', async (_, changes) => {
      const labels = { ...cloud.cluster.labels, ...changes };
      cloud.cluster = { ...cloud.cluster, labels };
      const { error } = await register({}, { authorizer });
      expect(error?.message).toMatch(
        /^The token of who started this has expired, so shop-prod is registered only as it was ordered: .*Order it once more/,
      );
      expect(hub.writes).toEqual([]);
    });

    it('leaves alone what is registered, whatever was changed since', async () => {
      await register({ operator: true, labels: { tier: 'a' } });
      const before = secret('slipway-fleet');
      const { error, lines, output } = await register({}, { authorizer });
      expect(error).toBeUndefined();
      expect(lines.join()).toContain('is registered already, and that stays');
      expect(output).toMatchObject({ server: cluster.url, verified: false });
      expect(secret('slipway-fleet')).toEqual(before);
    });

    it('finishes what was interrupted between its two Secrets', async () => {
      await register();
      hub.objects.delete('Secret/cluster-shop-prod');
      expect((await register({}, { authorizer })).output.verified).toBe(true);
      expect(secret('argocd').data).toMatchObject({ name: 'shop-prod' });
    });

    it('does not touch what belongs to nobody', async () => {
      registered('slipway-fleet');
      expect((await register({}, { authorizer })).error?.message).toContain(
        'Token expired',
      );
      expect(hub.writes).toEqual([]);
    });

    it('does not choose among hubs', async () => {
      const place = { namespace: 'argocd', access: { kubeconfig: 'none' } };
      const hubs = Hubs.create([
        { name: 'platform', ...place },
        { name: 'other', ...place },
      ]);
      const request = register({ hub: 'platform' }, { authorizer, hubs });
      expect((await request).error?.message).toBe('Token expired');
    });

    it('is no way around a denial', async () => {
      const denied = mockAuthorizer({ denied: true });
      expect(
        (await register({}, { authorizer: denied })).error?.message,
      ).toContain('slipway.cluster.update is missing');
      expect(hub.requests).toEqual([]);
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
