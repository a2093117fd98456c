import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { eventually } from './__testUtils__/eventually';
import { ObjectApiServer } from './__testUtils__/ObjectApiServer';
import {
  DEVELOPER,
  ENGINEER,
  startTestFleet,
  STRANGER,
} from './__testUtils__/startTestFleet';

type Fleet = Awaited<ReturnType<typeof startTestFleet>>;

describe('the fleet plugin', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let database: Knex;
  let one: ObjectApiServer;
  let two: ObjectApiServer;
  let fleets: Fleet[];

  beforeEach(async () => {
    database = await databases.init('SQLITE_3');
    fleets = [];
    one = await ObjectApiServer.start({ uid: 'uid-one' });
    two = await ObjectApiServer.start({ uid: 'uid-two' });
    one.putNamespace('shop', 'storefront');
    one.putWidget('shop', 'a', 'it fell');
    two.putNamespace('bank', 'payments');
    two.putWidget('bank', 'b');
  });

  afterEach(async () => {
    await Promise.all(fleets.map(fleet => fleet.stop()));
    await Promise.all([one.close(), two.close()]);
  });

  async function startFleet() {
    const fleet = await startTestFleet({
      database,
      clusters: [
        { name: 'one', url: one.url },
        { name: 'two', url: two.url },
      ],
    });
    fleets.push(fleet);
    return fleet;
  }

  async function stopFleet(fleet: Fleet) {
    fleets.splice(fleets.indexOf(fleet), 1);
    await fleet.stop();
  }

  async function startedFleet() {
    const fleet = await startFleet();
    await eventually(async () => {
      const { sources } = await fleet.get(ENGINEER, '/sources');
      expect(sources).toMatchObject([
        { name: 'one', state: 'live', uid: 'uid-one' },
        { name: 'two', state: 'live', uid: 'uid-two' },
      ]);
      for (const { resources } of sources) {
        expect(resources).toEqual(
          expect.arrayContaining([
            expect.objectContaining({
              resource: 'widgets.example.org',
              state: 'live',
            }),
          ]),
        );
      }
    });
    return fleet;
  }

  async function healthy(fleet: Fleet, cluster: string) {
    await eventually(async () => {
      const { items } = await fleet.get(ENGINEER, `/items?cluster=${cluster}`);
      expect(items).toMatchObject([{ status: 'healthy' }]);
    });
  }

  it('serves what all clusters have, and what changes', async () => {
    const fleet = await startedFleet();
    expect(await fleet.get(ENGINEER, '/items')).toMatchObject({
      total: 2,
      items: [
        {
          id: 'widgets/one/shop/a',
          status: 'failing',
          owner: 'group:default/storefront',
          finding: { says: 'it fell' },
        },
        { id: 'widgets/two/bank/b', status: 'healthy' },
      ],
    });
    expect(await fleet.get(ENGINEER, '/incidents')).toMatchObject({
      total: 1,
      incidents: [{ root: 'one/Widget/shop/a', memberCount: 1 }],
    });

    one.putWidget('shop', 'a');
    await eventually(async () => {
      expect(await fleet.get(ENGINEER, '/summary')).toMatchObject({
        counts: { failing: 0, healthy: 2 },
        incidents: 0,
      });
    });
    await eventually(async () => {
      const id = encodeURIComponent('widgets/one/shop/a');
      const { timeline } = await fleet.get(ENGINEER, `/items/${id}`);
      expect(timeline).toMatchObject([
        { status: 'healthy' },
        { status: 'failing', cause: 'widget.broken', says: 'it fell' },
      ]);
    });
  });

  it('asks the clusters nothing when somebody looks', async () => {
    const fleet = await startedFleet();
    const asked = one.log.length + two.log.length;
    for (const route of ['/items', '/incidents', '/summary', '/sources']) {
      await fleet.get(ENGINEER, route);
    }
    expect(one.log.length + two.log.length).toBe(asked);
  });

  it('shows everybody only what is theirs', async () => {
    const fleet = await startedFleet();
    const id = encodeURIComponent('widgets/two/bank/b');

    const { items, total } = await fleet.get(DEVELOPER, '/items');
    expect(items).toMatchObject([{ id: 'widgets/one/shop/a' }]);
    expect(total).toBe(1);
    expect((await fleet.request(DEVELOPER, `/items/${id}`)).status).toBe(404);

    expect(await fleet.get(STRANGER, '/items')).toMatchObject({
      items: [],
      total: 0,
      sources: [],
    });
    expect(await fleet.get(STRANGER, '/incidents')).toMatchObject({
      incidents: [],
      total: 0,
    });
    expect((await fleet.get(STRANGER, '/sources')).sources).toEqual([]);
  });

  it('gives nobody access by a label that moves a namespace away', async () => {
    const fleet = await startedFleet();
    one.putNamespace('shop', 'payments');
    await eventually(async () => {
      expect(await fleet.get(DEVELOPER, '/items')).toMatchObject({ total: 0 });
    });
  });

  it('says what to run where it has no credentials for it, to who may, audited', async () => {
    const fleet = await startedFleet();
    const id = encodeURIComponent('widgets/one/shop/a');
    const run = (user: string) =>
      fleet.request(user, `/items/${id}/operations/renew`, {
        method: 'POST',
        body: '{}',
      });

    expect(await (await run(DEVELOPER)).json()).toMatchObject({
      outcome: 'command',
      command: 'renew a',
    });
    expect((await run(STRANGER)).status).toBe(404);
    const operated = fleet.auditor.createEvent.mock.calls.filter(
      ([{ eventId }]) => eventId === 'item-operation',
    );
    expect(operated).toHaveLength(2);
  });

  it('serves after a restart at once what it knew, though no cluster answers', async () => {
    const first = await startedFleet();
    const before = await first.get(ENGINEER, '/items');
    await stopFleet(first);
    await Promise.all([one.close(), two.close()]);

    const fleet = await startFleet();

    const { items, sources } = await fleet.get(ENGINEER, '/items');
    expect(items).toEqual(before.items);
    expect(sources).toMatchObject([
      { name: 'one', state: 'stale', lastContact: expect.any(String) },
      { name: 'two', state: 'stale' },
    ]);
    expect(await fleet.ready()).toBe(200);
  });

  it('goes on after a restart from where it was', async () => {
    const first = await startedFleet();
    one.putWidget('shop', 'a');
    await healthy(first, 'one');
    await stopFleet(first);
    const asked = one.log.length;
    one.putWidget('shop', 'c', 'new and broken');

    const fleet = await startedFleet();

    await eventually(async () => {
      expect(await fleet.get(ENGINEER, '/items?cluster=one')).toMatchObject({
        items: [
          { id: 'widgets/one/shop/c', status: 'failing' },
          { id: 'widgets/one/shop/a', status: 'healthy' },
        ],
      });
    });
    const again = one.log.slice(asked).filter(line => /widgets/.test(line));
    expect(again.length).toBeGreaterThan(0);
    expect(again.join()).not.toContain('sendInitialEvents');
  });

  it('serves the others while one cluster is away', async () => {
    const fleet = await startedFleet();
    await one.close();
    two.putWidget('bank', 'b', 'it broke');
    await eventually(async () => {
      expect(await fleet.get(ENGINEER, '/items')).toMatchObject({
        items: [
          { id: 'widgets/one/shop/a' },
          { id: 'widgets/two/bank/b', status: 'failing' },
        ],
      });
    });
    expect(await fleet.ready()).toBe(200);
  });
});
