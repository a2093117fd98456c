import { Status } from '@slipway/backstage-plugin-fleet-common';
import { fullAccess } from './access/Access';
import { accessOfOwners, createTestView } from './__testUtils__/createTestView';
import { testIncident, testItem, testSource } from './__testUtils__/testData';

const PAYMENTS = 'group:default/payments';
const STOREFRONT = 'group:default/storefront';

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
