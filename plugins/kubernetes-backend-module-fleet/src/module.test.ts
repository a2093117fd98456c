import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { fleetDirectoryServiceRef } from '@slipway/backstage-plugin-fleet-node';
import kubernetesModuleFleet from '.';
import { FakeApiServer } from './__testUtils__/FakeApiServer';
import { fetchWithoutImport } from './__testUtils__/fetchWithoutImport';
import { TestDirectory } from './__testUtils__/TestDirectory';

const shop: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    annotations: { 'backstage.io/kubernetes-id': 'the-shop' },
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/storefront' }],
};

const cluster: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'two',
    annotations: { 'slipway.dev/cluster': 'two' },
  },
  spec: { type: 'kubernetes-cluster' },
};

describe('the Kubernetes plugin with the fleet', () => {
  let directory: TestDirectory;
  let one: FakeApiServer;
  let two: FakeApiServer;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    fetchWithoutImport();
    jest.clearAllMocks();
    directory = new TestDirectory();
    one = await FakeApiServer.start();
    two = await FakeApiServer.start();
    directory.add('one', { server: one.url });
    directory.add('two', { server: two.url });
    logger.child.mockReturnValue(logger);
    backend = await startTestBackend({
      features: [
        kubernetesPlugin,
        kubernetesModuleFleet,
        createServiceFactory({
          service: fleetDirectoryServiceRef,
          deps: {},
          factory: () => ({
            clusters: () => directory.clusters(),
            clustersHolding: query => directory.clustersHolding(query),
            fill: () => undefined,
          }),
        }),
        catalogServiceMock.factory({ entities: [shop, cluster] }),
        logger.factory,
        mockServices.rootConfig.factory({
          data: {
            kubernetes: {
              serviceLocatorMethod: { type: 'multiTenant' },
              clusterLocatorMethods: [],
            },
          },
        }),
      ],
    });
  });

  afterEach(async () => {
    await backend.stop();
    await Promise.all([one.stop(), two.stop()]);
    jest.restoreAllMocks();
  });

  async function ask(path: string, body?: unknown) {
    const port = backend.server.port();
    const url = `http://127.0.0.1:${port}/api/kubernetes${path}`;
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: mockCredentials.user.header(),
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return response.json();
  }

  const workloads = (entityRef: string) =>
    ask('/resources/workloads/query', { entityRef, auth: {} });
  const clusterNames = async () =>
    (await ask('/clusters')).items.map(({ name }: { name: string }) => name);

  it('knows the clusters of the moment, and shows none of their tokens', async () => {
    const { items } = await ask('/clusters');
    expect(items).toEqual([
      { name: 'one', authProvider: 'serviceAccount' },
      { name: 'two', authProvider: 'serviceAccount' },
    ]);
    directory.remove('one');
    directory.add('three');
    expect(await clusterNames()).toEqual(['two', 'three']);
  });

  it('asks only the clusters that hold an entity, as the reader of the fleet', async () => {
    directory.holding = ['two'];
    const { items } = await workloads('component:default/shop');
    expect(items).toMatchObject([{ cluster: { name: 'two' }, errors: [] }]);
    expect(one.requests).toEqual([]);
    expect(new Set(two.requests.map(({ token }) => token))).toEqual(
      new Set(['Bearer token-of-two']),
    );
    expect(directory.queries).toEqual([
      {
        services: ['the-shop', 'shop'],
        owner: 'group:default/storefront',
        labelSelector: 'backstage.io/kubernetes-id=the-shop',
      },
    ]);
  });

  it('asks nobody for what no cluster holds', async () => {
    expect(await workloads('component:default/shop')).toEqual({ items: [] });
    expect([...one.requests, ...two.requests]).toEqual([]);
  });

  it('asks for an entity that is a cluster that one, when it answers', async () => {
    await workloads('resource:default/two');
    expect(one.requests).toEqual([]);
    expect(two.requests.length).toBeGreaterThan(0);
    const asked = two.requests.length;
    directory.remove('two');
    directory.add(
      'two',
      { server: two.url },
      { state: 'stale', reachable: false },
    );
    expect(await workloads('resource:default/two')).toEqual({ items: [] });
    expect(two.requests).toHaveLength(asked);
  });

  it('leaves out what it cannot ask, and says so once', async () => {
    directory.add('named', { serverName: 'kubernetes' });
    directory.add('behind', { proxyUrl: 'http://me:s3cret@127.0.0.1:3128' });
    directory.add('basic', {
      authenticate: async () => ({ headers: { authorization: 'Basic YTpi' } }),
    });
    directory.add('refused', {
      authenticate: async () => {
        throw new Error('the token file t is empty');
      },
    });
    expect(await clusterNames()).toEqual(['one', 'two']);
    expect(await clusterNames()).toEqual(['one', 'two']);
    const said = logger.warn.mock.calls
      .map(([line]) => line)
      .filter(line => line.startsWith('The Kubernetes tab leaves out'));
    expect(said).toEqual([
      expect.stringContaining('the cluster named: its certificate'),
      expect.stringContaining(
        'the cluster behind: it is reached through a proxy',
      ),
      expect.stringContaining('the cluster basic: the Kubernetes plugin knows'),
      expect.stringContaining('the cluster refused: the token file t is empty'),
    ]);
    expect(said.join()).not.toMatch(/YTpi|s3cret/);
  });
});
