import { fullAccess } from './access/Access';
import { IncidentsQuery } from './incidents/listIncidents';
import { accessOfOwners, createTestView } from './__testUtils__/createTestView';
import { testIncident, testItem } from './__testUtils__/testData';

const PAYMENTS = 'group:default/payments';
const STOREFRONT = 'group:default/storefront';

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

  it('call their members as people do, who find them by that', async () => {
    const named = testItem('1f0c', {
      status: 'failing',
      details: { name: 'Shop-Prod' },
    });
    const { view } = createTestView({
      items: [named],
      incidents: [testIncident([named])],
    });
    const { incidents } = await view.listIncidents(fullAccess, {
      filter: { text: 'shop-prod' },
    });
    expect(incidents).toMatchObject([{ visible: [{ name: 'Shop-Prod' }] }]);
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
