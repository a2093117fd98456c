import {
  ago,
  application,
  cluster,
  clusterSecret,
  hub,
  judge,
  TestKubernetes,
  UUID,
} from '../testing';

const SERVER = 'https://203.0.113.147:6443';
const OTHER = clusterSecret({ name: 'other', server: 'https://10.0.0.9:6443' });

const withHub = (
  objects: Parameters<typeof hub>[0],
  fields: object = {},
  more: TestKubernetes[] = [],
) =>
  judge({
    clusters: [cluster({ updated_at: ago('3h'), ...fields })],
    kubernetes: [hub(objects), ...more],
  });

describe('a cluster that Argo CD does not know', () => {
  it('is degraded, with the applications that name it', () => {
    const judgement = withHub([
      OTHER,
      application(
        'base-shop',
        { name: 'team-shop' },
        'there are no clusters with this name: team-shop',
      ),
      application('by-address', { server: `${SERVER}/` }),
      application('elsewhere', { name: 'other' }),
    ]);
    expect(judgement).toMatchObject({
      status: 'degraded',
      cause: 'registration.not-in-argocd',
      evidence: `Cluster//${UUID}`,
      root: 'hub/Registration//team-shop',
      says: expect.stringContaining('team-shop'),
    });
    expect(judgement.impact.sort()).toEqual(['base-shop', 'by-address']);
    expect(judgement.item.details).toMatchObject({
      lacks: ['argocd', 'fleet'],
      registrations: [],
    });
  });

  it('is told when it is registered with the address that it had', () => {
    const secret = clusterSecret({
      name: 'team-shop',
      server: 'https://203.0.113.1:6443',
    });
    expect(withHub([secret])).toMatchObject({
      cause: 'registration.not-in-argocd',
      says: expect.stringContaining('https://203.0.113.1:6443'),
    });
  });

  it.each([
    ['it is registered', [clusterSecret({ name: 'x', server: SERVER })], {}],
    [
      'only a slash differs',
      [clusterSecret({ name: 'x', server: `${SERVER}/` })],
      {},
    ],
    ['it is new', [OTHER], { updated_at: ago('15m') }],
    [
      'it is new, and was never written to',
      [OTHER],
      { updated_at: null, created_at: ago('9m') },
    ],
    ['it has no address', [OTHER], { api_address: null }],
    ['there is no Argo CD', [], {}],
  ])('is not when %s', (_, objects, fields) => {
    expect(withHub(objects, fields).status).toBe('healthy');
  });

  it('is looked at again when it has been ready for long enough', () => {
    expect(withHub([OTHER], { updated_at: ago('5m') }).item.revisitAt).toBe(
      '2026-11-22T10:10:00.001Z',
    );
  });

  it('is not when Argo CD runs on it', () => {
    expect(withHub([OTHER], { name: 'hub' }).status).toBe('healthy');
  });

  it('is not called so where Secrets may not be seen', () => {
    const forbidden = judge({
      clusters: [cluster()],
      kubernetes: [hub([OTHER], { forbidden: ['secrets'] })],
    });
    expect(forbidden.status).toBe('healthy');
    expect(forbidden.item.details).toMatchObject({ lacks: ['fleet'] });
    expect(forbidden.item.details.registrations).toBeUndefined();
    const second: TestKubernetes = {
      name: 'hub-2',
      objects: [application('a', { name: 'b' })],
      forbidden: ['secrets'],
    };
    expect(withHub([OTHER], {}, [second]).status).toBe('healthy');
    expect(withHub([OTHER], {}, [{ ...second, objects: [] }]).cause).toBe(
      'registration.not-in-argocd',
    );
  });

  it('is not called so by a hub that has not answered since it was ready', () => {
    const silent = (updated_at: string) =>
      judge({
        clusters: [cluster({ updated_at })],
        kubernetes: [
          hub([OTHER], {
            reachable: false,
            lastContact: '2026-11-22T08:00:00Z',
          }),
        ],
      });
    expect(silent(ago('110m')).status).toBe('healthy');
    expect(silent(ago('3h')).cause).toBe('registration.not-in-argocd');
  });

  it('belongs to the hub with an application that names it', () => {
    const second = hub(
      [OTHER, application('base-shop', { name: 'team-shop' })],
      { name: 'z-hub' },
    );
    expect(withHub([OTHER], {}, [second]).root).toBe(
      'z-hub/Registration//team-shop',
    );
    expect(withHub([OTHER], {}, [hub([OTHER], { name: 'a-hub' })]).root).toBe(
      'a-hub/Registration//team-shop',
    );
  });

  it('counts before its version, and after its health', () => {
    expect(withHub([OTHER], { coe_version: 'v1.30.0' })).toMatchObject({
      cause: 'registration.not-in-argocd',
      beside: ['version.unsupported'],
    });
    expect(
      withHub([OTHER], {
        health_status: 'UNHEALTHY',
        health_status_reason: { api: 'nok' },
      }),
    ).toMatchObject({
      cause: 'health.api-down',
      beside: ['registration.not-in-argocd'],
    });
  });
});

describe('a name that two clusters have', () => {
  const twins = [
    clusterSecret({ name: 'team-shop', server: SERVER, secret: 'cluster-b' }),
    clusterSecret({
      name: 'team-shop',
      server: 'https://198.51.100.7:6443',
      secret: 'cluster-a',
    }),
  ];

  it('is told by the application that is refused', () => {
    const message = `there are 2 clusters with the same name: [${SERVER} https://198.51.100.7:6443]`;
    const judgement = withHub([
      ...twins,
      application('base', { name: 'team-shop' }, message),
      application('also', { name: 'team-shop' }),
      application('by-address', { server: SERVER }),
    ]);
    expect(judgement).toMatchObject({
      status: 'degraded',
      cause: 'registration.name-collision',
      evidence: 'Application/argocd/base',
      root: 'hub/Registration//team-shop',
      says: message,
    });
    expect(judgement.impact.sort()).toEqual(['also', 'base']);
  });

  it('is told by the first Secret where nobody was refused', () => {
    expect(withHub(twins)).toMatchObject({
      cause: 'registration.name-collision',
      evidence: 'Secret/argocd/cluster-a',
      says: expect.stringContaining('198.51.100.7'),
    });
  });

  it('concerns registered clusters with one of the addresses', () => {
    const named = [
      clusterSecret({
        name: 'prod',
        server: 'https://kubernetes.default.svc',
        secret: 'a',
      }),
      clusterSecret({
        name: 'prod',
        server: 'https://198.51.100.7:6443',
        secret: 'b',
      }),
    ];
    const judgement = withHub([
      ...named,
      clusterSecret({ name: 'x', server: SERVER }),
    ]);
    expect(judgement.status).toBe('healthy');
    expect(judgement.of('hub//hub')).toMatchObject({
      status: 'degraded',
      cause: 'registration.name-collision',
      root: 'hub/Registration//prod',
    });
    expect(judgement.of('prod//prod')).toMatchObject({
      cause: 'registered.not-watched',
      beside: ['registration.name-collision'],
    });
  });

  it('is none when both Secrets name one address, or hubs are two', () => {
    const same = [
      clusterSecret({ name: 'team-shop', server: SERVER, secret: 'a' }),
      clusterSecret({ name: 'team-shop', server: `${SERVER}/`, secret: 'b' }),
    ];
    expect(withHub(same).status).toBe('healthy');
    expect(
      withHub([twins[0]], {}, [hub([twins[1]], { name: 'hub-2' })]).status,
    ).toBe('healthy');
  });
});

describe('registered clusters', () => {
  it('are those of the fleet and of Argo CD that are not of Magnum', () => {
    const judgement = withHub(
      [
        clusterSecret({
          name: 'in-cluster',
          server: 'https://kubernetes.default.svc',
        }),
        clusterSecret({ name: 'team-shop', server: 'https://10.1.1.1:6443' }),
        clusterSecret({ name: 'by-address', server: SERVER }),
        clusterSecret({ name: 'edge', server: 'https://10.2.2.2:6443' }),
        clusterSecret({
          name: 'arn:aws:eks:eu:1:cluster/shop',
          server: 'https://10.3.3.3',
        }),
      ],
      {},
      [{ name: 'edge' }, { name: 'team-shop' }],
    );
    expect(judgement.ids).toEqual([
      'arn:aws:eks:eu:1:cluster~shop//arn:aws:eks:eu:1:cluster~shop',
      `cloud-a//${UUID}`,
      'edge//edge',
      'hub//hub',
    ]);
    expect(judgement.of('edge//edge')).toMatchObject({ status: 'healthy' });
    expect(
      judgement.of(
        'arn:aws:eks:eu:1:cluster~shop//arn:aws:eks:eu:1:cluster~shop',
      ).item.details.name,
    ).toBe('arn:aws:eks:eu:1:cluster/shop');
  });

  it('are where Argo CD has their name, when nothing else says where', () => {
    const kubernetes = [
      hub([
        clusterSecret({ name: 'orders', server: `${SERVER}/` }),
        clusterSecret({ name: 'edge', server: 'https://10.2.2.2:6443' }),
        clusterSecret({ name: 'alias', server: 'https://10.2.2.2:6443' }),
      ]),
      { name: 'orders', reachable: false },
      { name: 'edge' },
    ];
    const health_status_reason = { api: 'nok' };
    const judgement = judge({
      clusters: [cluster({ health_status: 'UNHEALTHY', health_status_reason })],
      kubernetes,
    });
    expect(judgement.ids).toEqual([
      `cloud-a//${UUID}`,
      'edge//edge',
      'hub//hub',
    ]);
    expect(judgement).toMatchObject({
      cause: 'health.api-down',
      root: 'orders/Cluster//orders',
    });
  });

  it('are nowhere by a name that two clusters have', () => {
    const kubernetes = [
      hub([
        clusterSecret({ name: 'shop', server: SERVER, secret: 's1' }),
        clusterSecret({ name: 'shop', server: 'https://10.9', secret: 's2' }),
      ]),
      { name: 'shop' },
    ];
    const judgement = judge({ clusters: [cluster()], kubernetes });
    expect(judgement.cause).toBe('registration.name-collision');
    expect(judgement.of('shop//shop').cause).toBe(
      'registration.name-collision',
    );
  });

  it('that do not answer are unknown, with what goes there', () => {
    const judgement = judge({
      kubernetes: [
        hub([
          clusterSecret({ name: 'berlin', server: 'https://10.2.2.2:6443' }),
          clusterSecret({ name: 'edge', server: 'https://10.2.2.3:6443' }),
          application('a', { name: 'edge' }),
          application('b', { server: 'https://10.2.2.3:6443' }),
          application('c', { name: 'berlin' }),
        ]),
        { name: 'edge', reachable: false, lastContact: '2026-11-22T04:00:00Z' },
      ],
    });
    expect(judgement.of('edge//edge')).toMatchObject({
      status: 'unknown',
      cause: 'registered.unreachable',
      evidence: 'Cluster//edge',
      root: 'edge/Cluster//edge',
      impact: ['a', 'b'],
      item: { finding: { since: '2026-11-22T04:00:00.000Z' } },
    });
  });

  it('that are the hub take along what it deploys to itself', () => {
    const judgement = judge({
      kubernetes: [
        hub(
          [
            clusterSecret({
              name: 'self',
              server: 'https://kubernetes.default.svc',
            }),
            application('a', { name: 'in-cluster' }),
            application('b', { server: 'https://kubernetes.default.svc' }),
            application('c', { name: 'self' }),
          ],
          { reachable: false, lastContact: '2026-11-22T04:00:00Z' },
        ),
      ],
    });
    expect(judgement.of('hub//hub').impact.sort()).toEqual(['a', 'b', 'c']);
  });

  it('that nobody watches are unknown', () => {
    const judgement = judge({
      kubernetes: [
        hub([
          clusterSecret({
            name: 'edge',
            server: 'https://10.2.2.3:6443',
            metadata: {
              labels: {
                'argocd.argoproj.io/secret-type': 'cluster',
                'slipway.dev/owner': 'Storefront',
              },
            },
          }),
          application('a', { name: 'edge' }),
        ]),
      ],
    });
    expect(judgement.of('edge//edge')).toMatchObject({
      status: 'unknown',
      cause: 'registered.not-watched',
      evidence: 'Secret/argocd/cluster-edge',
      root: 'edge/Cluster//edge',
      impact: ['a'],
      item: {
        owner: 'group:default/storefront',
        details: { lacks: ['fleet'] },
      },
    });
  });

  it('never show how Argo CD logs in to them', () => {
    const judgement = judge({ kubernetes: [hub([OTHER])] });
    expect(JSON.stringify(judgement.engine.items())).not.toContain('canary');
  });
});
