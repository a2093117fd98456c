import { toClusterMarkLabels } from '@slipway/backstage-plugin-clusters-common';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { findMarked } from './findMarked';

const IDENTITY = {
  entityRef: 'resource:default/shop-prod',
  cloud: 'acme',
  project: 'p1',
};

function cluster(
  uuid: string,
  createdAt: string | null,
  changes: Partial<MagnumCluster> = {},
): MagnumCluster {
  return {
    uuid,
    name: 'shop-prod',
    cluster_template_id: 't',
    status: 'CREATE_IN_PROGRESS',
    node_count: 1,
    master_count: 1,
    project_id: 'p1',
    created_at: createdAt,
    labels: toClusterMarkLabels({
      ...IDENTITY,
      owner: 'storefront',
      components: [],
    }),
    ...changes,
  };
}

describe('findMarked', () => {
  it('puts the oldest first, whatever its times look like', () => {
    const found = findMarked(
      [
        cluster('e', null),
        cluster('d', '2026-11-22T11:00:00.000002'),
        cluster('c', '2026-11-22T12:00:00+01:00'),
        cluster('b', '2026-11-22T11:00:00.000Z'),
        cluster('a', '2026-11-22T12:30:00+00:00'),
      ],
      IDENTITY,
    );
    expect(found.map(({ uuid }) => uuid)).toEqual(['b', 'c', 'd', 'a', 'e']);
  });

  it('passes over what others made, and copies of marks elsewhere', () => {
    const time = '2026-11-22T11:00:00Z';
    const other = (changes: Partial<typeof IDENTITY>) =>
      toClusterMarkLabels({
        ...IDENTITY,
        owner: 'storefront',
        components: [],
        ...changes,
      });
    const found = findMarked(
      [
        cluster('a', time, { labels: null }),
        cluster('b', time, { labels: {} }),
        cluster('c', time, { labels: other({ cloud: 'museum' }) }),
        cluster('d', time, { labels: other({ project: 'p2' }) }),
        cluster('e', time, { project_id: 'p2' }),
        cluster('f', time, { labels: other({ entityRef: 'resource:x/y' }) }),
      ],
      IDENTITY,
    );
    expect(found).toEqual([]);
  });
});
