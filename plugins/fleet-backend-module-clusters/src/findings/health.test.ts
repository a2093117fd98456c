import { cluster, hub, judge, nodeGroup, template, UUID } from '../testing';

const ill = (reason: object, fields = {}, rest = {}) =>
  judge({
    clusters: [
      cluster({
        health_status: 'UNHEALTHY',
        health_status_reason: reason as Record<string, string>,
        ...fields,
      }),
    ],
    ...rest,
  });

const ITSELF = `cloud-a/Cluster//${UUID}`;

describe('an API that is down', () => {
  it.each([
    ['says nok', { api: 'nok' }],
    ['says what is not ok', { api: '[+]ping ok\n[-]etcd failed' }],
    [
      'waits for the control plane',
      { cluster: 'Ready', controlplane: `Waiting on ['Ready', 'Available']` },
    ],
  ])('%s', (_, reason) => {
    expect(ill(reason)).toMatchObject({
      status: 'failing',
      cause: 'health.api-down',
      evidence: `Cluster//${UUID}`,
      root: ITSELF,
      impact: ['team-shop'],
    });
  });

  it('is one incident with everything on the cluster, where the fleet knows it', () => {
    const known = [{ name: 'team-shop', reachable: false }];
    expect(ill({ api: 'nok' }, {}, { kubernetes: known }).root).toBe(
      'team-shop/Cluster//team-shop',
    );
  });

  it('is not down when a part that only sounds alike is waited for', () => {
    const nodegroup = `default-worker waiting on ['Ready', 'MachineDeploymentAvailable']`;
    expect(
      ill({ cluster: 'Ready', controlplane: 'Ready', nodegroup }),
    ).toMatchObject({
      cause: 'health.node-not-ready',
      impact: ['default-worker'],
      says: `nodegroup: ${nodegroup}`,
    });
    expect(
      ill({ controlplane: `Waiting on ['EtcdClusterAvailableSoon']` }).cause,
    ).toBe('health.node-not-ready');
  });

  it('counts before nodes that are not ready', () => {
    expect(ill({ api: 'nok', 'a-node-0.Ready': 'False' }).cause).toBe(
      'health.api-down',
    );
  });
});

describe('nodes that are not ready', () => {
  it('are named, and degrade the cluster', () => {
    expect(
      ill({
        api: 'ok',
        'x-master-0.Ready': 'True',
        'x-node-0.Ready': 'True',
        'x-node-1.Ready': 'Unknown',
      }),
    ).toMatchObject({
      status: 'degraded',
      cause: 'health.node-not-ready',
      impact: ['x-node-1'],
      root: ITSELF,
    });
  });

  it.each([
    ['Heat', { 'x-master-0.Ready': 'True', 'x-node-0.Ready': 'False' }],
    [
      'Cluster API',
      {
        'kube-1-abc.Ready': 'True',
        'kube-1-default-worker-x-y.Ready': 'False',
      },
    ],
  ])('fail it when no worker is left (%s)', (_, nodes) => {
    expect(ill({ api: 'ok', ...nodes })).toMatchObject({ status: 'failing' });
  });

  it('are of further node groups as well', () => {
    const nodes = {
      api: 'ok',
      'kube-1-default-worker-a.Ready': 'False',
      'kube-1-gpu-b.Ready': 'True',
    };
    const nodeGroups = [
      nodeGroup(),
      nodeGroup({ name: 'gpu', is_default: false }),
    ];
    expect(ill(nodes, {}, { nodeGroups }).status).toBe('degraded');
  });

  it('of the control plane leave the workers', () => {
    expect(
      ill({ api: 'ok', 'x-master-1.Ready': 'False', 'x-node-0.Ready': 'True' }),
    ).toMatchObject({ status: 'degraded', impact: ['x-master-1'] });
  });

  it('are not judged before something has ended', () => {
    expect(
      ill(
        { api: 'ok', 'x-node-0.Ready': 'False' },
        { status: 'UPDATE_IN_PROGRESS' },
      ).status,
    ).toBe('progressing');
  });
});

describe('a cluster that Magnum cannot see', () => {
  const unseen = (rest = {}) =>
    ill(
      { api: 'The cluster team-shop is not accessible.' },
      { health_status: 'UNKNOWN' },
      rest,
    );

  it('is unknown', () => {
    expect(unseen()).toMatchObject({
      status: 'unknown',
      cause: 'health.not-observable',
      evidence: `Cluster//${UUID}`,
      says: expect.stringContaining('is not accessible'),
    });
  });

  it('is healthy when the fleet sees it', () => {
    const kubernetes = [{ name: 'team-shop', reachable: true }];
    expect(unseen({ kubernetes }).status).toBe('healthy');
    kubernetes[0].reachable = false;
    expect(unseen({ kubernetes }).cause).toBe('health.not-observable');
    kubernetes[0] = { name: 'another', reachable: true };
    expect(unseen({ kubernetes }).cause).toBe('health.not-observable');
  });
});

describe('a healthy cluster', () => {
  it('may be one whose health nobody watches', () => {
    const judgement = ill({}, { health_status: null });
    expect(judgement).toMatchObject({ status: 'healthy' });
    expect(judgement.item.details.health).toBeUndefined();
  });

  it('is not made ill by words that are left over', () => {
    expect(
      ill(
        { api: 'nok', 'x-node-0.Ready': 'False' },
        { health_status: 'HEALTHY', status_reason: 'Quota exceeded for cores' },
      ).status,
    ).toBe('healthy');
  });

  it('is not made ill by the quota of Magnum itself', () => {
    expect(
      ill({}, { health_status: null, status: 'UPDATE_COMPLETE' }).status,
    ).toBe('healthy');
  });
});

describe('a version', () => {
  const of = (version: string | null, templates = [template()]) =>
    judge({ clusters: [cluster({ coe_version: version })], templates });

  it.each([
    ['v1.34.1', 'version.unsupported'],
    ['1.33', 'version.unsupported'],
    ['v1.23.3-rancher1', 'version.unsupported'],
    ['v1.35.4', undefined],
    ['v1.36.2', undefined],
    ['v1.40.0', undefined],
    ['latest', undefined],
    [null, undefined],
  ])('%s', (version, cause) => {
    expect(of(version)).toMatchObject({
      cause,
      status: cause ? 'at-risk' : 'healthy',
    });
  });

  it('says since when it gets no fixes, and when it will get none', () => {
    expect(of('v1.34.1').item).toMatchObject({
      finding: {
        since: '2026-10-27T00:00:00.000Z',
        says: 'coe_version: v1.34.1',
      },
      details: { versionEndsAt: '2026-10-27T00:00:00.000Z' },
    });
    expect(of('v1.36.2').item.revisitAt).toBe('2027-06-28T00:00:00.000Z');
  });

  it('is unsupported when its template was hidden or withdrawn', () => {
    expect(of('v1.36.2', [template({ hidden: true })])).toMatchObject({
      status: 'at-risk',
      cause: 'version.unsupported',
      evidence: `Cluster//${UUID}`,
      says: expect.stringContaining('hidden'),
    });
    expect(of('v1.36.2', []).cause).toBe('version.unsupported');
  });

  it('counts after everything else', () => {
    const judgement = ill(
      { api: 'ok', 'x-node-0.Ready': 'False', 'x-node-1.Ready': 'True' },
      { coe_version: 'v1.30.1' },
    );
    expect(judgement).toMatchObject({
      cause: 'health.node-not-ready',
      beside: ['version.unsupported'],
    });
  });

  it('is nothing to complain of in a cluster that is not there', () => {
    expect(
      judge({
        clusters: [
          cluster({
            status: 'CREATE_IN_PROGRESS',
            coe_version: 'v1.30.1',
            created_at: '2026-11-22T09:59:00Z',
          }),
        ],
      }).status,
    ).toBe('progressing');
  });

  it('is told of the cluster that is the hub as well', () => {
    const kubernetes = [hub([])];
    expect(
      judge({
        clusters: [cluster({ name: 'hub', coe_version: 'v1.30.1' })],
        kubernetes,
      }).ids,
    ).toEqual([`cloud-a//${UUID}`]);
  });
});
