import { TestDatabaseId } from '@backstage/backend-test-utils';
import { Incident, SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { Row } from '@slipway/backstage-plugin-fleet-node';
import { batchOf } from '../__testUtils__/batchOf';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { testRow } from '../__testUtils__/testRow';
import { applyMigrations } from './applyMigrations';
import { DatabaseFleetStore } from './DatabaseFleetStore';
import { FleetStore, TimelineEntry } from './FleetStore';

const databases = createTestDatabases();
const now = () => new Date('2026-11-20T12:00:00Z');

async function openStore(id: TestDatabaseId) {
  const knex = await databases.init(id);
  await applyMigrations({ getClient: async () => knex });
  const store = DatabaseFleetStore.create({ knex, now });
  await store.load('projection-1');
  return { knex, store };
}

async function allRows(store: FleetStore): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of store.loadRows()) {
    rows.push(...page);
  }
  return rows;
}

const source: SourceInfo = {
  id: 'cluster/one',
  kind: 'cluster',
  name: 'one',
  state: 'live',
  reachable: true,
  since: '2026-11-20T11:00:00.000Z',
};

function incident(id: string, closedAt?: string): Incident {
  return {
    id,
    closedAt,
    root: `one/Widget/shop/${id}`,
    status: 'failing',
    cause: 'widget.broken',
    title: 'Broken',
    advice: 'Mend it',
    says: 'it is broken',
    evidence: { scope: 'one', kind: 'Widget', namespace: 'shop', name: id },
    openedAt: '2026-11-01T00:00:00.000Z',
    members: [`widgets/one/shop/${id}`],
  };
}

describe.each(databases.eachSupportedId())('DatabaseFleetStore, %s', id => {
  it('gives back after a restart what was written', async () => {
    const { knex, store } = await openStore(id);
    const rows = [testRow({ name: 'a' }), testRow({ name: 'b' })];
    const resource = {
      source: 'cluster/one',
      resource: 'widgets.example.org',
      resourceVersion: '42',
      coverage: { state: 'live' as const },
    };
    const item = {
      id: 'widgets/one/shop/a',
      status: 'failing' as const,
      cause: 'widget.broken',
      since: '2026-11-20T11:59:00.000Z',
      memory: { attempts: 3 },
    };
    await store.write(
      batchOf({
        rows,
        resources: [resource],
        sources: [source],
        items: [item],
        incidents: [incident('a')],
      }),
    );

    const restarted = DatabaseFleetStore.create({ knex, now });
    expect(await restarted.load('projection-1')).toEqual({
      resources: [resource],
      sources: [source],
      items: [item],
      incidents: [incident('a')],
    });
    expect(await allRows(restarted)).toEqual(rows);
  });

  it('replaces what is newer and deletes what is gone', async () => {
    const { store } = await openStore(id);
    await store.write(
      batchOf({ rows: [testRow({ name: 'a' }), testRow({ name: 'b' })] }),
    );
    const newer = testRow({ name: 'a', resourceVersion: '2' });
    await store.write(
      batchOf({
        rows: [newer, testRow({ name: 'b', goneAt: '2026-11-20T12:00:00Z' })],
      }),
    );
    expect(await allRows(store)).toEqual([newer]);
  });

  it('tells an object from its namesake before', async () => {
    const { store } = await openStore(id);
    const before = testRow({ name: 'a', uid: 'first' });
    const after = testRow({ name: 'a', uid: 'second' });
    await store.write(batchOf({ rows: [before] }));
    await store.write(batchOf({ rows: [after] }));
    await store.write(
      batchOf({ rows: [{ ...before, goneAt: '2026-11-20T12:00:00Z' }] }),
    );
    expect(await allRows(store)).toEqual([after]);
  });

  it('throws away rows of another projection, and remembers the rest', async () => {
    const { knex, store } = await openStore(id);
    await store.write(
      batchOf({
        rows: [testRow({ name: 'a' })],
        resources: [
          { source: 'cluster/one', resource: 'x', resourceVersion: '1' },
        ],
        incidents: [incident('a')],
      }),
    );
    const restarted = DatabaseFleetStore.create({ knex, now });
    const remembered = await restarted.load('projection-2');
    expect(remembered.resources).toEqual([]);
    expect(remembered.incidents).toHaveLength(1);
    expect(await allRows(restarted)).toEqual([]);
  });

  it('forgets a source, then takes its successor', async () => {
    const { store } = await openStore(id);
    await store.write(
      batchOf({ rows: [testRow({ name: 'old' })], sources: [source] }),
    );
    const successor = testRow({ name: 'new' });
    await store.write(
      batchOf({ removedSources: ['cluster/one'], rows: [successor] }),
    );
    expect(await allRows(store)).toEqual([successor]);
    expect((await store.load('projection-1')).sources).toEqual([]);
  });

  it('keeps the newest entries of each timeline', async () => {
    const { store } = await openStore(id);
    const timeline = Array.from(
      { length: 60 },
      (_, n): TimelineEntry => ({
        item: 'widgets/one/shop/a',
        at: new Date(n).toISOString(),
        status: 'failing',
        cause: `cause-${n}`,
        says: 'with \0 in it',
      }),
    );
    const other = { ...timeline[0], item: 'widgets/one/shop/b' };
    await store.write(batchOf({ timeline: [...timeline, other] }));
    await store.load('projection-1');

    const entries = await store.timeline('widgets/one/shop/a');
    expect(entries).toHaveLength(50);
    expect(entries[0]).toEqual({ ...timeline[59], says: 'with  in it' });
    expect(await store.timeline('widgets/one/shop/b')).toHaveLength(1);

    await store.write(batchOf({ removedItems: ['widgets/one/shop/a'] }));
    expect(await store.timeline('widgets/one/shop/a')).toEqual([]);
  });

  it('forgets incidents a week after they closed', async () => {
    const { store } = await openStore(id);
    await store.write(
      batchOf({
        incidents: [
          incident('open'),
          incident('lately', '2026-11-19T00:00:00.000Z'),
          incident('long-ago', '2026-11-01T00:00:00.000Z'),
        ],
      }),
    );
    const { incidents } = await store.load('projection-1');
    expect(incidents.map(({ id: name }) => name).sort()).toEqual([
      'lately',
      'open',
    ]);
  });

  it('loses one damaged entry, not the start', async () => {
    const { knex, store } = await openStore(id);
    await store.write(
      batchOf({ rows: [testRow({ name: 'a' }), testRow({ name: 'b' })] }),
    );
    await knex('fleet_rows')
      .where('id', 'like', '%uid-a')
      .update({ data: '{"source"' });
    expect(await allRows(store)).toEqual([testRow({ name: 'b' })]);
  });

  it('undoes its migrations', async () => {
    const { knex } = await openStore(id);
    const migrations = {
      directory: `${__dirname}/../../migrations`,
    };
    await knex.migrate.rollback(migrations, true);
    expect(await knex.schema.hasTable('fleet_rows')).toBe(false);
  });
});
