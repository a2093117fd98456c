import { EVENTS } from '../eventsResource';
import { Row } from '../Row';
import { RowStore } from './RowStore';

const NOW = new Date('2026-11-22T10:00:00Z');
const SOURCE = 'cluster/dev-1';

function later(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * 60_000);
}

function row(name: string, overrides: Partial<Row> = {}): Row {
  return {
    source: SOURCE,
    resource: 'orders',
    kind: 'Order',
    namespace: 'shop',
    name,
    uid: `uid-${name}`,
    resourceVersion: '1',
    labels: {},
    owners: [],
    slices: { a: { name } },
    ...overrides,
  };
}

function owned(name: string, by: string, overrides: Partial<Row> = {}): Row {
  const owner = { kind: 'Request', name: by, uid: by, controller: true };
  return row(name, { owners: [owner], ...overrides });
}

function event(name: string, lastSeen: string): Row {
  const about = { kind: 'Order', namespace: 'shop', name: 'o', uid: 'u' };
  return row(name, {
    resource: EVENTS,
    slices: { a: { about, lastSeen } },
  });
}

function createStore() {
  return RowStore.create([
    {
      id: 'orders',
      indexes: new Map([['a/names', ({ name }: Row) => [name, 'all']]]),
    },
    {
      id: EVENTS,
      retention: { seconds: 3600, perObject: 2 },
      indexes: new Map(),
    },
  ]);
}

const names = (rows: Row[]) => rows.map(({ name }) => name);

describe('RowStore', () => {
  it('finds rows in all ways, in one order', () => {
    const store = createStore();
    const labels = { app: 'shop' };
    store.put(owned('b', 'r', { labels }), NOW);
    store.put(owned('a', 'r'), NOW);
    store.put(row('c', { namespace: 'blog', labels }), NOW);
    expect(store.row(SOURCE, 'orders', 'shop', 'a')?.uid).toBe('uid-a');
    expect(names(store.rows(SOURCE, 'orders'))).toEqual(['c', 'a', 'b']);
    expect(names(store.rows(SOURCE, 'orders', 'shop'))).toEqual(['a', 'b']);
    expect(names(store.rowsByOwner(SOURCE, 'orders', 'r'))).toEqual(['a', 'b']);
    const label = { key: 'app', value: 'shop' };
    expect(names(store.rowsByLabel(SOURCE, 'orders', label))).toEqual([
      'c',
      'b',
    ]);
    expect(names(store.rowsByLabel(SOURCE, 'orders', label, 'shop'))).toEqual([
      'b',
    ]);
    expect(names(store.rowsBy(SOURCE, 'orders', 'a/names', 'all'))).toEqual([
      'c',
      'a',
      'b',
    ]);
    expect(store.rows('cluster/other', 'orders')).toEqual([]);
    expect(store.size).toBe(3);
  });

  it('keeps look-ups right when rows change and go', () => {
    const store = createStore();
    const label = { key: 'app', value: 'shop' };
    store.put(row('a'), NOW);
    expect(store.rowsByLabel(SOURCE, 'orders', label)).toEqual([]);
    store.put(row('a', { labels: { app: 'shop' } }), NOW);
    expect(names(store.rowsByLabel(SOURCE, 'orders', label))).toEqual(['a']);
    store.put(row('a', { goneAt: NOW.toISOString() }), NOW);
    expect(store.rowsByLabel(SOURCE, 'orders', label)).toEqual([]);
    expect(store.rowsBy(SOURCE, 'orders', 'a/names', 'all')).toEqual([]);
    expect(store.size).toBe(0);
  });

  it('knows when a projected field changed', () => {
    const store = createStore();
    expect(store.put(row('a'), NOW)?.row.changedAt).toBeUndefined();
    const touched = row('a', { resourceVersion: '2', writtenAt: 'now' });
    expect(store.put(touched, later(1))).toBeUndefined();
    expect(store.row(SOURCE, 'orders', 'shop', 'a')).toMatchObject({
      resourceVersion: '2',
    });
    const change = store.put(row('a', { slices: { a: 1 } }), later(2));
    expect(change).toMatchObject({
      row: { changedAt: later(2).toISOString() },
      previous: { resourceVersion: '2' },
    });
    expect(store.put(row('a', { slices: { a: 1 } }), later(3))).toBeUndefined();
    expect(store.row(SOURCE, 'orders', 'shop', 'a')?.changedAt).toBe(
      later(2).toISOString(),
    );
  });

  it('keeps what went for a quarter of an hour', () => {
    const store = createStore();
    store.put(owned('a', 'r'), NOW);
    const goneAt = NOW.toISOString();
    expect(
      store.put(owned('a', 'r', { goneAt, slices: {} }), NOW),
    ).toMatchObject({ row: { goneAt, slices: { a: { name: 'a' } } } });
    const ask = (now: Date) =>
      names(
        store.goneRows({
          source: SOURCE,
          resource: 'orders',
          ownerUid: 'r',
          now,
        }),
      );
    expect(ask(later(14))).toEqual(['a']);
    expect(ask(later(15))).toEqual([]);
    store.forget(later(15));
    expect(ask(NOW)).toEqual([]);
  });

  it('keeps at most 50 of an owner, the newest', () => {
    const store = createStore();
    for (let at = 0; at < 60; at++) {
      const goneAt = new Date(NOW.getTime() + at).toISOString();
      store.put(owned(`row-${at}`, 'r'), NOW);
      store.put(owned(`row-${at}`, 'r', { goneAt }), NOW);
    }
    const gone = store.goneRows({
      source: SOURCE,
      resource: 'orders',
      ownerUid: 'r',
      now: NOW,
    });
    expect(gone).toHaveLength(50);
    expect(gone[0].name).toBe('row-59');
  });

  it('takes another object of the same name for another', () => {
    const store = createStore();
    store.put(owned('a', 'r'), NOW);
    const goneAt = NOW.toISOString();
    const change = store.put(owned('a', 'r', { uid: 'new' }), NOW);
    expect(change?.row.changedAt).toBeUndefined();
    expect(
      store.goneRows({
        source: SOURCE,
        resource: 'orders',
        ownerUid: 'r',
        now: NOW,
      }),
    ).toMatchObject([{ uid: 'uid-a' }]);
    // The end of the old one comes late.
    expect(store.put(owned('a', 'r', { goneAt }), NOW)).toBeUndefined();
    expect(store.row(SOURCE, 'orders', 'shop', 'a')?.uid).toBe('new');
  });

  it('believes in what is there again', () => {
    const store = createStore();
    const goneAt = NOW.toISOString();
    store.put(owned('a', 'r'), NOW);
    store.put(owned('a', 'r', { goneAt }), NOW);
    expect(store.put(owned('a', 'r', { goneAt }), NOW)).toBeUndefined();
    expect(store.put(owned('a', 'r'), NOW)).toBeDefined();
    expect(
      store.goneRows({
        source: SOURCE,
        resource: 'orders',
        ownerUid: 'r',
        now: NOW,
      }),
    ).toEqual([]);
  });

  it('keeps the newest events of an object, for their time', () => {
    const store = createStore();
    const about = { kind: 'Order', namespace: 'shop', name: 'o' };
    store.put(event('a', '2026-11-22T09:50:00.000Z'), NOW);
    store.put(event('c', '2026-11-22T09:30:00.000Z'), NOW);
    store.put(event('b', '2026-11-22T09:55:00.000Z'), NOW);
    expect(names(store.events(SOURCE, about))).toEqual(['b', 'a']);
    expect(store.events(SOURCE, { ...about, uid: 'other' })).toEqual([]);
    store.put(event('a', '2026-11-22T10:30:00.000Z'), NOW);
    store.forget(later(56));
    expect(names(store.events(SOURCE, about))).toEqual(['a']);
    store.forget(later(91));
    expect(store.size).toBe(0);
  });

  it('forgets a source', () => {
    const store = createStore();
    store.put(owned('a', 'r'), NOW);
    store.put(row('a', { source: 'cluster/b' }), NOW);
    store.put(owned('b', 'r', { goneAt: NOW.toISOString() }), NOW);
    store.removeSource(SOURCE);
    expect(store.size).toBe(1);
    expect(
      store.goneRows({
        source: SOURCE,
        resource: 'orders',
        ownerUid: 'r',
        now: NOW,
      }),
    ).toEqual([]);
  });

  it('gives equal labels the same memory', () => {
    const store = createStore();
    store.put(row('a', { labels: { app: 'shop' } }), NOW);
    store.put(row('b', { labels: { app: 'shop' } }), NOW);
    const [a, b] = store.rows(SOURCE, 'orders');
    expect(a.labels).toBe(b.labels);
  });
});
