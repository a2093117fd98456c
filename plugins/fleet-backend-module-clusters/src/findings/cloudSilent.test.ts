import { ago, cluster, judge, template, UUID } from '../testing';
import { cloudBlock } from '../testing/judge';

const TOKENS = 'POST https://identity.example.org/v3/auth/tokens';

const silent = (error: object, fields = {}) =>
  judge({
    clusters: [cluster(fields), cluster({ uuid: 'b', name: 'team-pay' })],
    error: {
      message: 'sorry',
      since: '2026-11-22T09:22:00Z',
      attempts: 112,
      ...error,
    },
  });

describe('a cloud that does not answer', () => {
  it.each([
    ['GET /v1/clusters/detail', 503],
    ['GET /v1/clusters/detail', null],
    ['GET /v1/clusters/detail', 404],
    ['GET /v1/clusters/detail', 401],
    ['GET /v1/clusters/detail', 403],
    [TOKENS, 500],
    [TOKENS, null],
    [TOKENS, 404],
    ['GET https://identity.example.org/v3/auth/tokens', 401],
  ])('leaves its clusters unknown: %s %s', (request, status) => {
    expect(silent({ request, status })).toMatchObject({
      status: 'unknown',
      cause: 'api.magnum-unreachable',
      evidence: 'Magnum//cloud-a',
      root: 'cloud-a/Magnum//cloud-a',
      says: expect.stringContaining(`sorry`),
      item: {
        finding: {
          since: '2026-11-22T09:22:00.000Z',
          detail: expect.stringContaining('2026-11-22 09:59 UTC'),
        },
      },
    });
  });

  it.each([
    [TOKENS, 401],
    [TOKENS, 403],
    ['POST /identity/v3/auth/tokens', 401],
    ['POST /v3/auth/tokens?nocatalog', 401],
  ])('refuses the credential: %s %s', (request, status) => {
    expect(silent({ request, status })).toMatchObject({
      status: 'unknown',
      cause: 'api.credential-refused',
      evidence: 'Magnum//cloud-a',
      root: 'cloud-a/Credential//cloud-a',
      says: `${request} ${status} sorry`,
    });
  });

  it('says so of every cluster, whatever its last answer was', () => {
    const judgement = silent(
      { request: 'GET /v1', status: 503 },
      { status: 'CREATE_FAILED', faults: { a: 'Quota exceeded for cores' } },
    );
    expect(judgement).toMatchObject({
      cause: 'api.magnum-unreachable',
      impact: ['team-shop'],
    });
    expect(judgement.beside).toBeUndefined();
    expect(judgement.of('cloud-a//b')).toMatchObject({
      cause: 'api.magnum-unreachable',
      impact: ['team-pay'],
    });
  });

  it('says nothing about other clouds', () => {
    const other = cloudBlock({
      cloud: 'cloud-b',
      clusters: [cluster({ status: 'CREATE_FAILED' })],
      error: { request: TOKENS, status: 401, since: ago('1m') },
    });
    const judgement = judge({ clusters: [cluster()], others: [other] });
    expect(judgement.status).toBe('healthy');
    expect(judgement.of(`cloud-b//${UUID}`)).toMatchObject({
      cause: 'api.credential-refused',
      root: 'cloud-b/Credential//cloud-b',
    });
  });
});

describe('several clouds', () => {
  it('each have their own templates', () => {
    const other = cloudBlock({
      cloud: 'cloud-b',
      clusters: [cluster()],
      templates: [],
    });
    const judgement = judge({ clusters: [cluster()], others: [other] });
    expect(judgement.status).toBe('healthy');
    expect(judgement.of(`cloud-b//${UUID}`).cause).toBe('version.unsupported');
  });

  it('conclude nothing from what was not asked', () => {
    const { clustertemplates, nodegroups, ...rest } = cloudBlock({
      cloud: 'cloud-b',
      clusters: [cluster()],
    });
    expect(judge({ others: [rest] }).of(`cloud-b//${UUID}`).status).toBe(
      'healthy',
    );
  });
});

describe('a cloud with microversion 1.13', () => {
  it('has clusters whose cluster_id is not theirs', () => {
    const { stack_id, ...body } = cluster({ cluster_id: 'kube-abcde' });
    expect(judge({ clusters: [body] }).item.ref.name).toBe(UUID);
  });
});

describe('details of a cluster', () => {
  it('are all that the pages show', () => {
    const judgement = judge({
      clusters: [
        cluster({
          labels: {
            kube_tag: 'v1.36.2',
            master_lb_allowed_cidrs: '203.0.113.0/24',
            'slipway.dev/entity': 'resource:default/team-shop',
            'slipway.dev/cloud': 'cloud-a',
            'slipway.dev/project': 'p',
            'slipway.dev/owner': 'storefront',
            'slipway.dev/zone': 'apps.example.org',
            'slipway.dev/stage': 'prod',
            'slipway.dev/components': 'ingress.certificates',
          },
        }),
      ],
      templates: [
        template(),
        template({
          uuid: 'b',
          name: 'k8s-v1.37',
          labels: { kube_tag: 'v1.37.0' },
        }),
        template({
          uuid: 'c',
          name: 'k8s-v1.38',
          labels: { kube_tag: 'v1.38.1' },
        }),
        template({
          uuid: 'd',
          name: 'hidden',
          hidden: true,
          labels: { kube_tag: 'v1.39.1' },
        }),
        template({
          uuid: 'e',
          name: 'capi',
          cluster_distro: 'ubuntu',
          labels: { kube_tag: 'v1.37.1' },
        }),
      ],
      kubernetes: [{ name: 'team-shop' }],
    });
    expect(judgement.item).toMatchObject({
      owner: 'group:default/storefront',
      details: {
        name: 'team-shop',
        kind: 'magnum',
        cloud: 'cloud-a',
        uuid: UUID,
        fleetName: 'team-shop',
        reachable: true,
        version: 'v1.36.2',
        template: { name: 'k8s-v1.36' },
        newerTemplates: [{ name: 'k8s-v1.38' }, { name: 'k8s-v1.37' }],
        nodeGroups: [{ name: 'default-master' }, { name: 'default-worker' }],
        exposure: {
          floatingIp: true,
          loadBalancer: true,
          allowedCidrs: '203.0.113.0/24',
          tls: true,
        },
        entityRef: 'resource:default/team-shop',
        zone: 'apps.example.org',
        stage: 'prod',
        components: ['ingress', 'certificates'],
        lacks: [],
      },
    });
  });
});
