import { Access, fullAccess } from './access/Access';
import { ItemsQuery } from './items/listItems';
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

describe('access', () => {
  it('hides what others own from every list, count and look-up', async () => {
    const mine = testItem('mine', { status: 'failing' });
    const theirs = testItem('theirs', { owner: PAYMENTS, status: 'failing' });
    const orphan = testItem('orphan', { owner: undefined, status: 'failing' });
    const { view } = createTestView({
      items: [mine, theirs, { ...orphan, owner: undefined }],
    });
    const access = accessOfOwners(STOREFRONT);
    expect(await namesShown(view, {}, access)).toEqual(['mine']);
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
    expect(await namesShown(view, {}, nobody)).toEqual([]);
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
    expect(
      await namesShown(view, { filter: { owner: PAYMENTS } }, access),
    ).toEqual([]);
    const entity = {
      kind: 'component' as const,
      name: 'shop',
      kubernetesId: 'shop',
      owner: STOREFRONT,
    };
    const filter = { entityRef: 'component:default/shop', entity };
    expect(await namesShown(view, { filter }, access)).toEqual([]);
    expect(await namesShown(view, { filter })).toEqual([]);
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
      testItem('uuid-1', { cluster: 'acme', namespace: '', owner: PAYMENTS }),
      testItem('uuid-2', { cluster: 'acme', namespace: '', owner: PAYMENTS }),
    ],
    sources: [
      testSource('dev-1', { owner: STOREFRONT }),
      testSource('prod-1', { owner: PAYMENTS }),
      testSource('acme', { id: 'cloud/acme', kind: 'cloud' }),
    ],
  });
  const of = (entity: NonNullable<ItemsQuery['filter']>['entity']) =>
    namesShown(view, {
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

  it('have what their cloud tells of them where both owners agree', async () => {
    const record = { cloud: 'acme', name: 'uuid-1' };
    const cluster = { kind: 'cluster' as const, cluster: 'prod-1', record };
    expect(await of({ ...cluster, owner: PAYMENTS })).toEqual([
      'elsewhere',
      'uuid-1',
    ]);
    expect(await of({ ...cluster, owner: STOREFRONT })).toEqual([]);
    const unregistered = { ...cluster, cluster: 'new', owner: PAYMENTS };
    expect(await of(unregistered)).toEqual(['uuid-1']);
  });

  it('that are unknown have none', async () => {
    expect(await of(undefined)).toEqual([]);
  });
});
