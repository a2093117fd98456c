import { mockServices } from '@backstage/backend-test-utils';
import { toClusterMarkLabels } from '@slipway/backstage-plugin-clusters-common';
import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { steppingClock } from '@slipway/backstage-plugin-fleet-node-test-utils';
import { FakeCatalog } from './__testUtils__/FakeCatalog';
import { FakeCloud } from './__testUtils__/FakeCloud';
import { Inventory } from './inventory';
import { MagnumEntityProvider } from './MagnumEntityProvider';

describe('MagnumEntityProvider', () => {
  let acme: FakeCloud;
  let museum: FakeCloud;
  let catalog: FakeCatalog;
  let ending: AbortController;
  const logger = mockServices.logger.mock();

  beforeEach(() => {
    jest.clearAllMocks();
    acme = FakeCloud.create('acme');
    museum = FakeCloud.create('museum', { watchOnly: true });
    catalog = new FakeCatalog();
    ending = new AbortController();
  });

  async function connect(clock: Clock = steppingClock()) {
    const inventory = Inventory.create({ clouds: [acme, museum], clock });
    let refresh: (() => Promise<void>) | undefined;
    const provider = MagnumEntityProvider.create({
      cloud: acme,
      inventory,
      owner: 'group:default/platform-team',
      appUrl: 'https://portal',
      schedule: {
        run: async ({ fn }) => {
          refresh = async () => fn(ending.signal);
        },
      },
      logger,
      signal: ending.signal,
      clock,
    });
    await provider.connect(catalog);
    return { provider, refresh: async () => refresh?.() };
  }

  it('tells a cluster that was made here', async () => {
    const { uuid } = acme.add('shop-prod', 'a1', {
      api_address: 'https://10.0.0.1:6443',
      coe_version: 'v1.36.2',
      labels: toClusterMarkLabels({
        entityRef: 'resource:default/shop-prod',
        cloud: 'acme',
        project: 'p1',
        owner: 'storefront',
        components: [],
      }),
    });
    const { refresh } = await connect();
    await refresh();
    expect([...catalog.entities.values()]).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: {
          name: 'shop-prod',
          title: 'shop-prod',
          description: 'Kubernetes v1.36.2 in the cloud acme',
          annotations: {
            'backstage.io/managed-by-location': 'magnum-provider:acme',
            'backstage.io/managed-by-origin-location': 'magnum-provider:acme',
            'slipway.dev/cluster': 'shop-prod',
            'slipway.dev/cloud': 'acme',
            'slipway.dev/magnum-cluster': uuid,
          },
          links: [
            {
              url: `https://portal/clusters/detail/acme/${uuid}`,
              title: 'Status and node groups',
              icon: 'dashboard',
            },
            { url: 'https://10.0.0.1:6443', title: 'Kubernetes API' },
          ],
        },
        spec: {
          type: 'kubernetes-cluster',
          owner: 'group:default/storefront',
        },
      },
    ]);
  });

  it('gives the others to the platform, and removes what has gone', async () => {
    const first = acme.add('first', 'a1');
    acme.add('second', 'b2');
    const { refresh } = await connect();
    await refresh();
    expect(catalog.names()).toEqual(['first', 'second']);
    expect(catalog.entities.get('resource:default/first')?.spec).toMatchObject({
      owner: 'group:default/platform-team',
    });
    acme.remove(first);
    await refresh();
    expect(catalog.names()).toEqual(['second']);
  });

  it('changes nothing while the cloud does not answer, and says so once', async () => {
    acme.add('shop', 'a1');
    const { refresh } = await connect();
    await refresh();
    acme.trouble = new Error('503');
    await refresh();
    await refresh();
    expect(catalog.names()).toEqual(['shop']);
    expect(logger.warn.mock.calls).toEqual([
      ['The clusters of the cloud acme stay in the catalog as they are: 503'],
    ]);
    acme.trouble = undefined;
    await refresh();
    expect(logger.info).toHaveBeenCalledWith(
      'The cloud acme tells its clusters again',
    );
  });

  it('inserts a cluster at once when it is made', async () => {
    acme.add('old', 'a1');
    const { provider } = await connect();
    const { uuid } = acme.add('new', 'b2');
    await provider.hear({ cloud: 'acme', uuid, change: 'created' });
    expect(catalog.names()).toEqual(['new']);
    expect(catalog.mutations).toEqual(['delta']);
  });

  it('removes a cluster as soon as it is gone', async () => {
    const cluster = acme.add('shop', 'a1');
    const clock = steppingClock([
      () => {
        acme.trouble = new Error('503');
      },
      () => {
        acme.trouble = undefined;
        expect(catalog.names()).toEqual(['shop']);
        acme.remove(cluster);
      },
    ]);
    const { provider, refresh } = await connect(clock);
    await refresh();
    await provider.hear({
      cloud: 'acme',
      uuid: cluster.uuid,
      change: 'deleted',
    });
    expect(catalog.names()).toEqual([]);
  });

  it('stops waiting for a deletion that failed, and when everything ends', async () => {
    const { uuid } = acme.add('shop', 'a1', { status: 'DELETE_FAILED' });
    const deleted = { cloud: 'acme', uuid, change: 'deleted' as const };
    const { provider } = await connect();
    await provider.hear(deleted);
    expect(catalog.names()).toEqual(['shop']);
    acme.clusters[0].status = 'DELETE_IN_PROGRESS';
    const clock = steppingClock([() => ending.abort()]);
    await (await connect(clock)).provider.hear(deleted);
    expect(catalog.mutations).toEqual(['full']);
  });

  it('sees a change at once', async () => {
    const cluster = acme.add('shop', 'a1');
    const { provider } = await connect();
    cluster.coe_version = 'v1.37.0';
    const { uuid } = cluster;
    await provider.hear({ cloud: 'acme', uuid, change: 'updated' });
    expect(
      catalog.entities.get('resource:default/shop')?.metadata.description,
    ).toContain('v1.37.0');
  });

  it('knows names of other clouds, also while they do not answer', async () => {
    museum.add('shop', 'a1', { created_at: '2020-01-01T00:00:00Z' });
    const { uuid } = acme.add('shop', 'b2');
    const clock = steppingClock();
    const inventory = Inventory.create({ clouds: [acme, museum], clock });
    const provider = MagnumEntityProvider.create({
      cloud: museum,
      inventory,
      owner: 'group:default/platform-team',
      appUrl: 'https://portal',
      schedule: { run: async () => undefined },
      logger,
      signal: ending.signal,
      clock,
    });
    await provider.connect(catalog);
    await provider.refresh();
    expect(catalog.names()).toEqual(['shop-a1000000']);
    acme.trouble = new Error('503');
    await clock.sleep(61_000);
    await provider.refresh();
    await provider.refresh();
    expect(catalog.names()).toEqual(['shop-a1000000']);
    expect(acme.lists).toBe(2);
    expect(uuid).toContain('b2000000');
  });
});
