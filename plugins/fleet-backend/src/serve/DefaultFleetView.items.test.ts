import { Status } from '@slipway/backstage-plugin-fleet-common';
import fc from 'fast-check';
import { Access, fullAccess } from './access/Access';
import { accessOfOwners, createTestView } from './__testUtils__/createTestView';
import { namesShown } from './__testUtils__/namesShown';
import { testItem, testSource } from './__testUtils__/testData';

const PAYMENTS = 'group:default/payments';
const STOREFRONT = 'group:default/storefront';
const nobody: Access = {
  key: 'none',
  extent: 'none',
  sees: () => false,
  sources: false,
};

describe('listing items', () => {
  it('is worst first unless asked otherwise', async () => {
    const { view } = createTestView({
      items: [
        testItem('a'),
        testItem('b', { status: 'at-risk' }),
        testItem('c', { status: 'failing' }),
      ],
    });
    expect(await namesShown(view)).toEqual(['c', 'b', 'a']);
    expect(
      await namesShown(view, { sort: { field: 'name', order: 'desc' } }),
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
      namesShown(view, { sort: { field: 'details.left', order } });
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
      namesShown(view, { filter: { details } });
    expect(await having('issuerName=x=y')).toEqual(['a']);
    expect(await having('issuerName=x=y', 'revision=3')).toEqual(['a']);
    expect(await having('issuerName=z', 'revision=3')).toEqual([]);
    expect(await having('issuer=[object Object]')).toEqual([]);
    expect(await having('absent=undefined')).toEqual([]);
    expect(await having('toString=x')).toEqual([]);
  });

  it('finds what people call an item whose name is an id', async () => {
    const { view } = createTestView({
      items: [testItem('1f0c', { details: { name: 'Shop-Prod' } })],
    });
    expect(await namesShown(view, { filter: { text: 'shop-prod' } })).toEqual([
      '1f0c',
    ]);
  });

  it('looks for words as they are, also such as mean something to a pattern', async () => {
    const { view } = createTestView({
      items: [
        testItem('a', { status: 'failing', says: 'bad (.*) [status] 403+' }),
        testItem('b', { status: 'failing', says: 'all else' }),
      ],
    });
    expect(await namesShown(view, { filter: { text: '(.*) 403+' } })).toEqual([
      'a',
    ]);
    expect(await namesShown(view, { filter: { text: '.*' } })).toEqual(['a']);
    expect(await namesShown(view, { filter: { text: '\\' } })).toEqual([]);
    expect(await namesShown(view, { filter: { text: 'ALL  else' } })).toEqual([
      'b',
    ]);
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
