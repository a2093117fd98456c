import { toClusterMarkLabels } from '@slipway/backstage-plugin-clusters-common';
import { FakeCloud } from '../__testUtils__/FakeCloud';
import { toCloudCluster } from '../inventory';
import { nameClusters } from './nameClusters';

const ACME = FakeCloud.create('acme');
const MUSEUM = FakeCloud.create('museum', { watchOnly: true });

function marked(name: string, cloud = 'acme') {
  return {
    labels: toClusterMarkLabels({
      entityRef: `resource:default/${name}`,
      cloud,
      project: 'p1',
      owner: 'storefront',
      components: [],
    }),
  };
}

function namesOf(...clusters: ReturnType<typeof toCloudCluster>[]) {
  return [...nameClusters(clusters).values()].sort();
}

function acme(...made: Parameters<FakeCloud['add']>) {
  return toCloudCluster(ACME, ACME.add(...made));
}

describe('nameClusters', () => {
  it.each([
    ['shop-prod', 'shop-prod'],
    ['Shop_Prod.EU', 'shop-prod-eu'],
    ['-', 'cluster-a1000000'],
    ['ünï', 'n'],
    ['x'.repeat(80), 'x'.repeat(63)],
    [`${'x'.repeat(62)}-y`, 'x'.repeat(62)],
  ])('makes of %s %s', (name, entityName) => {
    expect(namesOf(acme(name, 'a1'))).toEqual([entityName]);
  });

  it('gives a name that there is twice to the oldest', () => {
    const created_at = '2025-12-31T23:00:00+00:00';
    expect(
      nameClusters([acme('shop', 'a1'), acme('shop', 'b2', { created_at })]),
    ).toEqual(
      new Map([
        ['b2000000-0000-4000-8000-000000000000', 'shop'],
        ['a1000000-0000-4000-8000-000000000000', 'shop-a1000000'],
      ]),
    );
  });

  it('gives it before to the one that was made here', () => {
    const names = nameClusters([
      acme('shop', 'a1', { created_at: '2020-01-01T00:00:00Z' }),
      acme('shop', 'b2', { ...marked('shop', 'another'), created_at: null }),
      acme('shop', 'c3', { ...marked('shop'), created_at: null }),
    ]);
    expect([...names.values()]).toEqual([
      'shop',
      'shop-a1000000',
      'shop-b2000000',
    ]);
    expect(names.get('c3000000-0000-4000-8000-000000000000')).toBe('shop');
  });

  it('gives it to a cloud that is only watched at last', () => {
    const names = nameClusters([
      toCloudCluster(MUSEUM, MUSEUM.add('shop', 'a1', { created_at: null })),
      acme('shop', 'b2'),
    ]);
    expect(names.get('b2000000-0000-4000-8000-000000000000')).toBe('shop');
  });

  it('knows a cluster that two clouds have', () => {
    const twice = acme('shop', 'a1');
    expect(namesOf(twice, toCloudCluster(MUSEUM, twice.cluster))).toEqual([
      'shop',
    ]);
  });

  it('keeps long names apart', () => {
    const [first, second] = namesOf(
      acme('x'.repeat(63), 'a1'),
      acme('x'.repeat(70), 'b2'),
    );
    expect([first, second]).toEqual([
      `${'x'.repeat(54)}-b2000000`,
      'x'.repeat(63),
    ]);
  });
});
