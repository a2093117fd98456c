import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  CLUSTERS_TOPIC,
  ClusterEvent,
} from '@slipway/backstage-plugin-clusters-common';
import {
  fleetDomainsExtensionPoint,
  fleetRowSourcesExtensionPoint,
} from '@slipway/backstage-plugin-fleet-node';
import { Knex } from 'knex';
import { eventually } from './__testUtils__/eventually';
import { FakeOpenStack } from './__testUtils__/FakeOpenStack';
import { startFleet } from './__testUtils__/startFleet';
import { domain } from './domain';
import { fleetModuleClusters } from './module';
import { cluster, nodeGroup, template, UUID } from './testing';

async function start(magnum?: object) {
  const addDomain = jest.fn();
  const addRowSource = jest.fn();
  const backend = await startTestBackend({
    extensionPoints: [
      [fleetDomainsExtensionPoint, { addDomain }],
      [fleetRowSourcesExtensionPoint, { addRowSource }],
    ],
    features: [
      fleetModuleClusters,
      mockServices.rootConfig.factory({ data: magnum ? { magnum } : {} }),
      mockServices.events.factory(),
    ],
  });
  await backend.stop();
  return { addDomain, addRowSource };
}

describe('fleetModuleClusters', () => {
  it('brings its domain by a file', async () => {
    const { addDomain, addRowSource } = await start();

    const [{ module }] = addDomain.mock.calls[0];
    expect(require(module).domain.id).toBe(domain.id);
    expect(addRowSource).not.toHaveBeenCalled();
  });

  it('brings a source for each cloud', async () => {
    const clouds = ['acme', 'museum'].map(name => ({
      name,
      authUrl: 'http://127.0.0.1:9/v3',
      username: 'slipway',
      password: 'x',
      projectName: 'acme',
    }));

    const { addRowSource } = await start({ clouds });

    expect(addRowSource.mock.calls).toMatchObject([
      [{ id: 'cloud/acme', kind: 'cloud', name: 'acme' }],
      [{ id: 'cloud/museum', kind: 'cloud', name: 'museum' }],
    ]);
  });
});

describe('a cloud in a fleet that runs', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let database: Knex;
  let cloud: FakeOpenStack;
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  beforeEach(async () => {
    database = await databases.init('SQLITE_3');
    cloud = await FakeOpenStack.start();
    cloud.clusters = [cluster()];
    cloud.nodeGroups = [nodeGroup()];
    cloud.templates = [template()];
    await startWithCloud();
  });
  afterEach(async () => {
    await fleet.stop();
    await cloud.stop();
  });

  async function startWithCloud() {
    fleet = await startFleet({ database, clouds: [cloud.config()] });
  }

  const id = `clusters/acme//${UUID}`;
  const event: ClusterEvent = { cloud: 'acme', uuid: UUID, change: 'updated' };
  const sayChanged = () =>
    fleet.events.publish({ topic: CLUSTERS_TOPIC, eventPayload: event });
  const untilServed = (what: { items: object[]; sources: object[] }) =>
    eventually(async () =>
      expect(await fleet.get('/items?cluster=acme')).toMatchObject(what),
    );
  const live = [{ id: 'cloud/acme', kind: 'cloud', state: 'live' }];

  it('is asked, and its clusters are served', async () => {
    await untilServed({ items: [{ id }], sources: live });

    const { item } = await fleet.get(`/items/${encodeURIComponent(id)}`);
    expect(item).toMatchObject({ impact: ['team-shop'] });
  });

  it('is asked at once when something was asked of it', async () => {
    await untilServed({ items: [{ id }], sources: live });
    const { rounds } = cloud;
    cloud.clusters = [cluster({ status: 'UPDATE_IN_PROGRESS' })];

    await sayChanged();

    await untilServed({
      items: [{ id, status: 'progressing' }],
      sources: live,
    });
    expect(cloud.rounds).toBeGreaterThan(rounds);
  });

  /** With the age of what is known. */
  const unknown = {
    items: [
      {
        id,
        status: 'unknown',
        finding: {
          cause: 'cluster.api.magnum-unreachable',
          detail: expect.stringContaining("Magnum's last answer is of"),
        },
      },
    ],
    sources: [
      {
        state: 'stale',
        reachable: false,
        lastContact: expect.any(String),
        error: 'other side closed',
      },
    ],
  };

  it('makes its clusters unknown while it is dead', async () => {
    await untilServed({ items: [{ id }], sources: live });
    cloud.die();
    await sayChanged();
    await untilServed(unknown);

    cloud.revive();
    await sayChanged();
    await untilServed({
      items: [{ id, status: expect.not.stringMatching('unknown') }],
      sources: live,
    });
  });

  it('is served after a restart, stale until it answers', async () => {
    await untilServed({ items: [{ id }], sources: live });
    await fleet.stop();
    cloud.die();
    await startWithCloud();

    const { items, sources } = await fleet.get('/items?cluster=acme');
    expect(items).toMatchObject([{ id }]);
    expect(sources).toMatchObject([{ state: 'stale' }]);
    const [{ lastContact }] = sources;
    await untilServed(unknown);
    expect((await fleet.get('/sources')).sources).toMatchObject([
      { lastContact },
    ]);
  });
});
