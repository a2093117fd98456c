import { Status } from '@slipway/backstage-plugin-fleet-common';
import fc from 'fast-check';
import { Access, fullAccess } from './access/Access';
import { DefaultFleetView } from './DefaultFleetView';
import { IncidentsQuery } from './incidents/listIncidents';
import { ItemsQuery } from './items/listItems';
import { accessOfOwners, createTestView } from './__testUtils__/createTestView';
import { testIncident, testItem, testSource } from './__testUtils__/testData';

const PAYMENTS = 'group:default/payments';
const STOREFRONT = 'group:default/storefront';
const nobody: Access = {
  key: 'none',
  extent: 'none',
  sees: () => false,
  sources: false,
};

async function names(
  view: DefaultFleetView,
  query: ItemsQuery = {},
  access: Access = fullAccess,
) {
  const { items } = await view.listItems(access, query);
  return items.map(item => item.ref.name);
}

describe('listing items', () => {
  it('is worst first unless asked otherwise', async () => {
    const { view } = createTestView({
      items: [
        testItem('a'),
        testItem('b', { status: 'at-risk' }),
        testItem('c', { status: 'failing' }),
      ],
    });
    expect(await names(view)).toEqual(['c', 'b', 'a']);
    expect(
      await names(view, { sort: { field: 'name', order: 'desc' } }),
    ).toEqual(['c', 'b', 'a']);
  });

  it('puts what lacks the sorted field last, in both directions', async () => {
    const { view } = createTestView({
      items: [
        testItem('a', { details: { left: 3 } }),
        testItem('b', { details: { left: 12 } }),
        testItem('c', { details: 'not a record' }),
        testItem('d', { details: { left: { deep: 1 } } }),
      ],
    });
    const sort = (order: 'asc' | 'desc') =>
      names(view, { sort: { field: 'details.left', order } });
    expect(await sort('asc')).toEqual(['a', 'b', 'c', 'd']);
    expect(await sort('desc')).toEqual(['b', 'a', 'c', 'd']);
  });

  it.each(['__proto__', 'details.__proto__', 'details.a.b', 'ref', ''])(
    'cannot sort by %j',
    async field => {
      const { view } = createTestView({ items: [testItem('a')] });
      await expect(
        view.listItems(fullAccess, { sort: { field, order: 'asc' } }),
      ).rejects.toThrow('cannot be sorted by');
    },
  );

  it('pages through all items once, however they are sorted and whatever comes between', async () => {
    const statuses: Status[] = ['failing', 'healthy', 'unknown'];
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 200 }), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.constantFrom('status', 'name', 'details.left', 'since'),
        fc.constantFrom<'asc' | 'desc'>('asc', 'desc'),
        fc.integer({ min: 1, max: 7 }),
        async (numbers, field, order, limit) => {
          const { view, change } = createTestView({
            items: numbers.map(n =>
              testItem(`item-${n}`, {
                status: statuses[n % 3],
                details: n % 4 === 0 ? {} : { left: n % 5 },
              }),
            ),
          });
          const seen: string[] = [];
          let cursor: string | undefined;
          do {
            const query = { sort: { field, order }, limit, cursor };
            const page = await view.listItems(fullAccess, query);
            seen.push(...page.items.map(item => item.ref.name));
            cursor = page.nextCursor;
            // One that was on this page goes: the next page begins where it did.
            if (page.items[0]) {
              change({ removed: [page.items[0]] });
            }
          } while (cursor);
          expect([...seen].sort()).toEqual(
            numbers.map(n => `item-${n}`).sort(),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['not base64', '%%%'],
    ['not JSON', Buffer.from('{').toString('base64url')],
    ['another thing', Buffer.from('[]').toString('base64url')],
    [
      'another order',
      Buffer.from('{"order":"name asc","key":["a"],"id":"x"}').toString(
        'base64url',
      ),
    ],
  ])('refuses a cursor that is %s', async (_, cursor) => {
    const { view } = createTestView({ items: [testItem('a')] });
    await expect(view.listItems(fullAccess, { cursor })).rejects.toThrow(
      /cursor/i,
    );
  });

  it('counts what matches apart from the status that was asked for', async () => {
    const { view } = createTestView({
      items: [
        testItem('a', { status: 'failing' }),
        testItem('b', { status: 'failing', namespace: 'other' }),
        testItem('c'),
      ],
    });
    const page = await view.listItems(fullAccess, {
      filter: { status: ['failing'], namespace: 'shop-prod' },
    });
    expect(page).toMatchObject({
      total: 1,
      counts: { failing: 1, healthy: 1, unknown: 0 },
    });
  });

  it('keeps its counts however items change', async () => {
    const { view, change } = createTestView();
    const states = fc.record({
      name: fc.constantFrom('a', 'b', 'c'),
      status: fc.constantFrom<Status>('failing', 'healthy', 'unknown'),
      owner: fc.constantFrom(STOREFRONT, PAYMENTS),
      gone: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(states, async ({ name, gone, ...options }) => {
        const item = testItem(name, options);
        change(gone ? { removed: [item] } : { items: [item] });
        const counted = await view.listItems(fullAccess, {});
        // A text makes it count one by one.
        const found = await view.listItems(fullAccess, {
          filter: { text: 'example.org' },
        });
        expect(counted.counts).toEqual(found.counts);
        expect(counted.total).toBe(found.items.length);
        const summary = await view.getSummary(fullAccess);
        expect(summary.counts).toEqual(counted.counts);
      }),
      { numRuns: 200 },
    );
  });

  it('takes flat fields of the domain by their value, never deeper ones', async () => {
    const { view } = createTestView({
      items: [
        testItem('a', { details: { issuerName: 'x=y', revision: 3 } }),
        testItem('b', { details: { issuerName: 'z', issuer: { name: 'z' } } }),
      ],
    });
    const having = (...details: string[]) =>
      names(view, { filter: { details } });
    expect(await having('issuerName=x=y')).toEqual(['a']);
    expect(await having('issuerName=x=y', 'revision=3')).toEqual(['a']);
    expect(await having('issuerName=z', 'revision=3')).toEqual([]);
    expect(await having('issuer=[object Object]')).toEqual([]);
    expect(await having('absent=undefined')).toEqual([]);
    expect(await having('toString=x')).toEqual([]);
  });

  it('looks for words as they are, also such as mean something to a pattern', async () => {
    const { view } = createTestView({
      items: [
        testItem('a', { status: 'failing', says: 'bad (.*) [status] 403+' }),
        testItem('b', { status: 'failing', says: 'all else' }),
      ],
    });
    expect(await names(view, { filter: { text: '(.*) 403+' } })).toEqual(['a']);
    expect(await names(view, { filter: { text: '.*' } })).toEqual(['a']);
    expect(await names(view, { filter: { text: '\\' } })).toEqual([]);
    expect(await names(view, { filter: { text: 'ALL  else' } })).toEqual(['b']);
  });

  it('serves nothing of what the next derivation remembers', async () => {
    const { view } = createTestView({
      items: [
        testItem('a', { memory: { secret: 1 }, revisitAt: '2026-11-23' }),
      ],
    });
    const { items } = await view.listItems(fullAccess, {});
    expect(items[0]).not.toHaveProperty('memory');
    expect(items[0]).not.toHaveProperty('revisitAt');
  });

  it('tells how old things are, and where they come from only to those who may know', async () => {
    const { view } = createTestView({
      items: [testItem('a')],
      sources: [
        testSource('dev-1', { error: 'dial tcp 10.0.0.1: refused' }),
        testSource('prod-1'),
      ],
    });
    const all = await view.listItems(fullAccess, {});
    expect(all.sources).toMatchObject([
      { name: 'dev-1', server: 'https://dev-1.internal:6443' },
    ]);
    const own = await view.listItems(accessOfOwners(STOREFRONT), {});
    expect(own.sources).toMatchObject([{ name: 'dev-1', state: 'live' }]);
    expect(JSON.stringify(own)).not.toMatch(/internal|10\.0\.0\.1/);
    expect(await view.listSources(nobody)).toMatchObject({ sources: [] });
  });
});

describe('access', () => {
  it('hides what others own from every list, count and look-up', async () => {
    const mine = testItem('mine', { status: 'failing' });
    const theirs = testItem('theirs', { owner: PAYMENTS, status: 'failing' });
    const orphan = testItem('orphan', { owner: undefined, status: 'failing' });
    const { view } = createTestView({
      items: [mine, theirs, { ...orphan, owner: undefined }],
    });
    const access = accessOfOwners(STOREFRONT);
    expect(await names(view, {}, access)).toEqual(['mine']);
    expect(await view.listItems(access, {})).toMatchObject({
      total: 1,
      counts: { failing: 1 },
    });
    expect(await view.getSummary(access)).toMatchObject({
      counts: { failing: 1 },
    });
    const id = 'certificates/dev-1/shop-prod/theirs';
    expect(await view.getItem(access, id)).toBeUndefined();
    expect(await view.getItem(fullAccess, id)).toBeDefined();
    expect(await names(view, {}, nobody)).toEqual([]);
    expect(await view.getSummary(nobody)).toMatchObject({
      counts: { failing: 0 },
      byDomain: {},
      incidents: 0,
    });
  });

  it('does not take an item for its owner because a filter or label says so', async () => {
    const { view } = createTestView({
      items: [
        testItem('theirs', {
          owner: PAYMENTS,
          service: 'shop',
          bindings: { 'backstage.io/kubernetes-id': 'shop' },
        }),
      ],
    });
    const access = accessOfOwners(STOREFRONT);
    expect(await names(view, { filter: { owner: PAYMENTS } }, access)).toEqual(
      [],
    );
    const entity = {
      kind: 'component' as const,
      name: 'shop',
      kubernetesId: 'shop',
      owner: STOREFRONT,
    };
    const filter = { entityRef: 'component:default/shop', entity };
    expect(await names(view, { filter }, access)).toEqual([]);
    expect(await names(view, { filter })).toEqual([]);
  });
});

describe('entities', () => {
  const { view } = createTestView({
    items: [
      testItem('by-service', { service: 'shop' }),
      testItem('by-label', {
        bindings: { 'backstage.io/kubernetes-id': 'the-shop' },
      }),
      testItem('other', { service: 'cart' }),
      testItem('elsewhere', { cluster: 'prod-1', owner: PAYMENTS }),
    ],
    sources: [
      testSource('dev-1', { owner: STOREFRONT }),
      testSource('prod-1', { owner: PAYMENTS }),
    ],
  });
  const of = (entity: NonNullable<ItemsQuery['filter']>['entity']) =>
    names(view, {
      filter: { entityRef: 'x:y/z', entity },
      sort: { field: 'name', order: 'asc' },
    });

  it('have the items of their name or annotation', async () => {
    const shop = {
      kind: 'component' as const,
      name: 'shop',
      owner: STOREFRONT,
    };
    expect(await of(shop)).toEqual(['by-service']);
    expect(await of({ ...shop, kubernetesId: 'the-shop' })).toEqual([
      'by-label',
      'by-service',
    ]);
    expect(await of({ ...shop, owner: PAYMENTS })).toEqual([]);
  });

  it('have the items of their cluster where both owners agree', async () => {
    const cluster = { kind: 'cluster' as const, cluster: 'prod-1' };
    expect(await of({ ...cluster, owner: PAYMENTS })).toEqual(['elsewhere']);
    expect(await of({ ...cluster, owner: STOREFRONT })).toEqual([]);
  });

  it('that are unknown have none', async () => {
    expect(await of(undefined)).toEqual([]);
  });
});

describe('incidents', () => {
  const mine = testItem('mine', { status: 'at-risk' });
  const theirs = testItem('theirs', {
    status: 'failing',
    owner: PAYMENTS,
    namespace: 'pay-prod',
    says: 'the words of payments',
    root: mine.finding?.root,
  });
  const incident = testIncident([theirs, mine], {
    change: {
      at: '2026-11-22T09:00:00Z',
      title: 'payments rotated keys',
      object: {
        scope: 'dev-1',
        kind: 'Secret',
        namespace: 'pay-prod',
        name: 'key',
      },
    },
  });

  it('are served with the names that one may see and a number for the rest', async () => {
    const { view } = createTestView({
      items: [mine, theirs],
      incidents: [incident],
    });
    const { incidents } = await view.listIncidents(
      accessOfOwners(STOREFRONT),
      {},
    );
    expect(incidents).toMatchObject([
      {
        id: 'incident-1',
        status: 'at-risk',
        says: 'mine is broken',
        memberCount: 2,
        visible: [{ name: 'mine', status: 'at-risk' }],
        hidden: 1,
        impact: ['mine.example.org'],
        impactTotal: 1,
        owners: [STOREFRONT],
      },
    ]);
    expect(JSON.stringify(incidents)).not.toMatch(/payments|pay-prod|theirs/);
  });

  it('are not served to those who see no member', async () => {
    const { view } = createTestView({
      items: [mine, theirs],
      incidents: [incident],
    });
    const access = accessOfOwners('group:default/other');
    expect(await view.listIncidents(access, {})).toMatchObject({
      incidents: [],
      total: 0,
    });
    expect(await view.getIncident(access, 'incident-1')).toBeUndefined();
  });

  it('follow their members, also when those change hands', async () => {
    const { view, change } = createTestView({
      items: [mine, theirs],
      incidents: [incident],
    });
    const access = accessOfOwners(STOREFRONT);
    await view.listIncidents(access, {});
    change({ items: [{ ...mine, owner: PAYMENTS }] });
    expect(await view.getIncident(access, 'incident-1')).toBeUndefined();
    change({ items: [{ ...theirs, owner: STOREFRONT }] });
    expect(await view.getIncident(access, 'incident-1')).toMatchObject({
      visible: [{ name: 'theirs' }],
      hidden: 1,
    });
  });

  it('know members that come after them', async () => {
    const { view, change } = createTestView({ incidents: [incident] });
    expect(await view.getIncident(fullAccess, 'incident-1')).toBeUndefined();
    change({ items: [mine] });
    expect(await view.getIncident(fullAccess, 'incident-1')).toMatchObject({
      visible: [{ name: 'mine' }],
      hidden: 1,
    });
  });

  it('are named by their items while they are open', async () => {
    const { view, change } = createTestView({
      items: [mine],
      incidents: [incident],
    });
    const first = async () => (await view.listItems(fullAccess, {})).items[0];
    expect(await first()).toMatchObject({ incident: 'incident-1' });
    change({
      incidents: [{ ...incident, closedAt: '2026-11-22T10:00:00Z' }],
    });
    expect(await first()).not.toHaveProperty('incident');
    expect(await view.listIncidents(fullAccess, {})).toMatchObject({
      total: 0,
    });
    expect(
      await view.listIncidents(fullAccess, { filter: { state: 'closed' } }),
    ).toMatchObject({ total: 1 });
  });

  it('are found by what a member in sight is, and by their root', async () => {
    const { view } = createTestView({ items: [mine], incidents: [incident] });
    const total = async (filter: IncidentsQuery['filter']) =>
      (await view.listIncidents(fullAccess, { filter })).total;
    expect(await total({ cluster: mine.ref.cluster })).toBe(1);
    expect(await total({ cluster: 'another' })).toBe(0);
    expect(await total({ namespace: 'another' })).toBe(0);
    expect(await total({ root: incident.root })).toBe(1);
    expect(await total({ root: 'another' })).toBe(0);
    expect(await total({ cause: incident.cause })).toBe(1);
    expect(await total({ cause: 'another' })).toBe(0);
    expect(await total({ details: ['issuerName=another'] })).toBe(0);
  });

  it('are paged, worst first', async () => {
    const items = [1, 2, 3, 4, 5].map(n =>
      testItem(`item-${n}`, {
        status: n % 2 ? 'failing' : 'degraded',
        root: `dev-1/Issuer/shop-prod/${n}`,
      }),
    );
    const { view } = createTestView({
      items,
      incidents: items.map((item, n) =>
        testIncident([item], { id: `incident-${n + 1}` }),
      ),
    });
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await view.listIncidents(fullAccess, { limit: 2, cursor });
      expect(page.total).toBe(5);
      ids.push(...page.incidents.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(ids).toEqual([1, 3, 5, 2, 4].map(n => `incident-${n}`));
  });
});

describe('watching', () => {
  const subscriptions = [
    {
      id: 'failing',
      kind: 'items' as const,
      filter: { status: ['failing' as Status] },
    },
    { id: 'incidents', kind: 'incidents' as const },
    { id: 'sources', kind: 'sources' as const },
  ];

  it('tells what came, changed and went since a revision', async () => {
    const { view, change } = createTestView({
      items: [testItem('a', { status: 'failing' }), testItem('b')],
    });
    const watch = await view.watch(fullAccess, subscriptions);
    const { revision } = await view.listItems(fullAccess, {});
    expect(watch.changesSince(revision)).toMatchObject({ outcome: 'nothing' });
    change({
      items: [testItem('a'), testItem('b', { status: 'failing' })],
      sources: [testSource('dev-1')],
    });
    expect(watch.changesSince(revision)).toMatchObject({
      outcome: 'changes',
      change: {
        subscriptions: {
          failing: {
            upserted: [{ ref: { name: 'b' } }],
            removed: ['certificates/dev-1/shop-prod/a'],
          },
          sources: { upserted: [{ name: 'dev-1' }] },
        },
      },
    });
  });

  it('never names what one could not see', async () => {
    const { view, change } = createTestView({ sources: [testSource('dev-1')] });
    const access = accessOfOwners(STOREFRONT);
    const watch = await view.watch(access, subscriptions);
    const before = watch.revision();
    const theirs = testItem('theirs', { owner: PAYMENTS, status: 'failing' });
    change({
      items: [theirs],
      incidents: [testIncident([theirs])],
      sources: [testSource('dev-1', { state: 'stale' })],
    });
    change({ removed: [theirs] });
    expect(watch.changesSince(before)).toMatchObject({ outcome: 'nothing' });
  });

  it('takes away what changed hands', async () => {
    const mine = testItem('mine', { status: 'failing' });
    const { view, change } = createTestView({
      items: [mine],
      incidents: [testIncident([mine])],
    });
    const watch = await view.watch(accessOfOwners(STOREFRONT), subscriptions);
    const before = watch.revision();
    change({
      items: [{ ...mine, owner: PAYMENTS }],
      incidents: [testIncident([mine])],
    });
    expect(watch.changesSince(before)).toMatchObject({
      change: {
        subscriptions: {
          failing: {
            upserted: [],
            removed: ['certificates/dev-1/shop-prod/mine'],
          },
          incidents: { upserted: [], removed: ['incident-1'] },
        },
      },
    });
  });

  it.each(['', 'abc', '1.1', 'ffffffff.99'])(
    'cannot go on from %j',
    async revision => {
      const { view } = createTestView();
      const watch = await view.watch(fullAccess, subscriptions);
      expect(watch.changesSince(revision)).toMatchObject({ outcome: 'reset' });
    },
  );

  it('cannot go on from what somebody else saw, nor from too long ago', async () => {
    const { view, change } = createTestView({ items: [testItem('a')] });
    const watch = await view.watch(fullAccess, subscriptions);
    const own = await view.watch(accessOfOwners(STOREFRONT), subscriptions);
    expect(watch.changesSince(own.revision())).toMatchObject({
      outcome: 'reset',
    });
    const before = watch.revision();
    for (let n = 0; n <= 5000; n++) {
      change({ items: [testItem('a')] });
    }
    expect(watch.changesSince(before)).toMatchObject({ outcome: 'reset' });
  });
});
