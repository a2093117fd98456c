import { TestDatabases } from '@backstage/backend-test-utils';
import { FleetDirectory } from '@slipway/backstage-plugin-fleet-node';
import { SHIPS } from '@slipway/backstage-plugin-fleet-node-test-utils';
import { Knex } from 'knex';
import { eventually } from './__testUtils__/eventually';
import { ObjectApiServer } from './__testUtils__/ObjectApiServer';
import { shipsModule } from './__testUtils__/ships/shipsModule';
import { TestCloud } from './__testUtils__/ships/TestCloud';
import {
  DEVELOPER,
  ENGINEER,
  startTestFleet,
} from './__testUtils__/startTestFleet';

describe('the fleet plugin with a cloud', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let database: Knex;
  let server: ObjectApiServer;
  let cloud: TestCloud;
  let directory: FleetDirectory;
  let fleet: Awaited<ReturnType<typeof startTestFleet>>;

  beforeEach(async () => {
    database = await databases.init('SQLITE_3');
    server = await ObjectApiServer.start({ uid: 'uid-one' });
    server.putNamespace('shop', 'storefront');
    server.putWidget('shop', 'a');
    await start();
  });

  afterEach(async () => {
    await fleet.stop();
    await server.close();
  });

  async function start() {
    cloud = new TestCloud();
    const onDirectory = (found: FleetDirectory) => {
      directory = found;
    };
    fleet = await startTestFleet({
      database,
      clusters: [{ name: 'one', url: server.url }],
      features: [shipsModule({ source: cloud, onDirectory })],
    });
    await eventually(async () => expect(cloud.isRunning).toBe(true));
  }

  const sources = async () =>
    (await fleet.get(ENGINEER, '/sources')).sources as {
      name: string;
      resources: { resource: string; state: string }[];
    }[];
  const source = async (name: string) =>
    (await sources()).find(known => known.name === name);

  it('serves it as a source, with what only it has', async () => {
    expect(await source('acme')).toMatchObject({
      id: 'cloud/acme',
      kind: 'cloud',
      state: 'starting',
      resources: [{ resource: SHIPS, state: 'syncing' }],
    });
    cloud.tell('a');
    expect(await source('acme')).toMatchObject({
      state: 'live',
      reachable: true,
      resources: [{ resource: SHIPS, state: 'live' }],
    });
    const one = await source('one');
    expect(one?.resources.map(({ resource }) => resource)).not.toContain(SHIPS);
    expect(server.log.join()).not.toContain('ships');
  });

  it('serves its items, to those who may see them', async () => {
    cloud.tell('a', 'b');
    expect(await fleet.get(ENGINEER, '/items?cluster=acme')).toMatchObject({
      items: [{ id: 'ships/acme//a' }, { id: 'ships/acme//b' }],
      sources: [{ id: 'cloud/acme', kind: 'cloud', state: 'live' }],
    });
    const item = encodeURIComponent('ships/acme//a');
    expect(await fleet.get(ENGINEER, `/items/${item}`)).toMatchObject({
      item: { status: 'healthy' },
      source: { id: 'cloud/acme' },
      chain: [{ object: { scope: 'acme', kind: 'Ship', name: 'a' } }],
    });
    expect(await fleet.get(DEVELOPER, '/items?cluster=acme')).toMatchObject({
      items: [],
    });
  });

  it('says of a record that it is no Kubernetes object', async () => {
    cloud.tell('a');
    const query = new URLSearchParams({
      item: 'ships/acme//a',
      kind: 'Ship',
      name: 'a',
    });
    const response = await fleet.request(ENGINEER, `/objects?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { message: expect.stringContaining('is no Kubernetes object') },
    });
  });

  it('keeps what it knows while it does not answer, and over a restart', async () => {
    cloud.tell('a');
    cloud.fail('503');
    expect(await fleet.get(ENGINEER, '/items?cluster=acme')).toMatchObject({
      items: [{ id: 'ships/acme//a', status: 'unknown' }],
      sources: [{ state: 'stale', reachable: false, error: '503' }],
    });
    cloud.tell('a');
    const before = cloud;
    await fleet.stop();
    expect(before.isRunning).toBe(false);

    await start();
    expect(await fleet.get(ENGINEER, '/items?cluster=acme')).toMatchObject({
      items: [{ id: 'ships/acme//a', status: 'healthy' }],
      sources: [{ state: 'stale' }],
    });
    cloud.tell();
    expect(await fleet.get(ENGINEER, '/items?cluster=acme')).toMatchObject({
      items: [],
    });
  });

  it('tells other plugins of its clusters, and which hold what', async () => {
    await eventually(async () => {
      expect(directory.clusters()).toMatchObject([
        { name: 'one', state: 'live', reachable: true },
      ]);
      const labelSelector = 'slipway.dev/owner=storefront';
      expect(
        directory.clustersHolding({ services: [], labelSelector }),
      ).toEqual(['one']);
    });
  });
});
