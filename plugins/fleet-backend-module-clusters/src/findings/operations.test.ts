import {
  ago,
  cluster,
  controlPlane,
  judge,
  nodeGroup,
  template,
  UUID,
} from '../testing';

const QUOTA = 'Quota exceeded for cores';
const workers = (fields = {}) =>
  nodeGroup({ status: 'UPDATE_FAILED', updated_at: ago('1h'), ...fields });
const masters = (fields = {}) =>
  controlPlane({
    status: 'UPDATE_COMPLETE',
    updated_at: ago('90m'),
    ...fields,
  });
const gpu = (fields = {}) =>
  nodeGroup({ name: 'gpu', is_default: false, ...fields });

describe('an upgrade that stopped halfway', () => {
  const upgraded = (groups: object[], fields = {}) =>
    judge({
      clusters: [cluster({ status: 'UPDATE_COMPLETE', ...fields })],
      nodeGroups: groups,
    });

  it.each([
    ['another image', { image_id: 'image-35' }],
    ['another version', { labels: { kube_tag: 'v1.35.4' } }],
  ])('left workers behind with %s', (_, fields) => {
    expect(upgraded([masters(), workers(fields)])).toMatchObject({
      status: 'degraded',
      cause: 'upgrade.failed-partway',
      evidence: 'NodeGroup//group-default-worker',
      root: `cloud-a/Cluster//${UUID}`,
      says: expect.stringContaining('UPDATE_FAILED'),
      impact: ['team-shop'],
    });
  });

  it.each([
    ['long before', ago('8h')],
    ['after', ago('10m')],
    ['at no time', null],
  ])('is none when the control plane was updated %s', (_, updated_at) => {
    const groups = [masters({ updated_at }), workers({ image_id: 'image-35' })];
    expect(upgraded(groups).cause).toBe('resize.failed');
  });

  it('is told by the version of a cluster that failed', () => {
    const failed = { status: 'UPDATE_FAILED', coe_version: 'v1.35.4' };
    expect(upgraded([masters(), workers()], failed)).toMatchObject({
      cause: 'upgrade.failed-partway',
      evidence: 'NodeGroup//group-default-worker',
    });
  });

  it('is none when only the distribution is written differently', () => {
    const failed = { status: 'UPDATE_FAILED', coe_version: '1.36.2+rke2' };
    expect(upgraded([masters(), workers()], failed).cause).toBe(
      'resize.failed',
    );
  });

  it('counts before a node group that failed as well', () => {
    const groups = [
      masters(),
      workers({ image_id: 'image-35' }),
      gpu({ status: 'CREATE_FAILED' }),
    ];
    expect(upgraded(groups).cause).toBe('upgrade.failed-partway');
  });
});

describe('a node group that failed', () => {
  it.each(['CREATE_FAILED', 'UPDATE_FAILED'])('is told by %s', status => {
    const judgement = judge({
      clusters: [cluster({ status: 'UPDATE_COMPLETE' })],
      nodeGroups: [
        masters(),
        nodeGroup(),
        gpu({ status, status_reason: QUOTA }),
      ],
    });
    expect(judgement).toMatchObject({
      status: 'degraded',
      cause: 'nodegroup.failed',
      evidence: 'NodeGroup//group-gpu',
      root: 'cloud-a/NodeGroup//group-gpu',
      impact: ['gpu'],
      says: `gpu: ${status}; ${QUOTA}`,
    });
  });

  it('is quoted from the faults of its cluster', () => {
    const judgement = judge({
      clusters: [
        cluster({
          status: 'UPDATE_FAILED',
          faults: { gpu: 'No valid host was found' },
        }),
      ],
      nodeGroups: [nodeGroup(), gpu({ status: 'CREATE_FAILED' })],
    });
    expect(judgement.says).toContain('No valid host was found');
    expect(judgement.cause).toBe('nodegroup.failed');
  });

  it('counts before a resize that failed', () => {
    const judgement = judge({
      clusters: [cluster({ status: 'UPDATE_FAILED' })],
      nodeGroups: [masters(), workers(), gpu({ status: 'UPDATE_FAILED' })],
    });
    expect(judgement.cause).toBe('nodegroup.failed');
  });
});

describe('a resize that failed', () => {
  it('is told by a default node group, and quotes the obstacle', () => {
    const judgement = judge({
      clusters: [
        cluster({
          status: 'UPDATE_FAILED',
          status_reason: 'default-worker failed',
        }),
      ],
      nodeGroups: [controlPlane(), workers({ status_reason: QUOTA })],
    });
    expect(judgement).toMatchObject({
      status: 'degraded',
      cause: 'resize.failed',
      evidence: 'NodeGroup//group-default-worker',
      root: `cloud-a/Cluster//${UUID}`,
      says: expect.stringContaining(QUOTA),
    });
  });

  it('quotes the faults beside a node group that says little', () => {
    const judgement = judge({
      clusters: [
        cluster({
          status: 'UPDATE_FAILED',
          faults: { 'default-worker': QUOTA },
        }),
      ],
      nodeGroups: [
        controlPlane(),
        workers({ status_reason: 'Resource UPDATE failed' }),
      ],
    });
    expect(judgement.says).toBe(
      `default-worker: UPDATE_FAILED; Resource UPDATE failed; ${QUOTA}`,
    );
  });

  it('is told by the cluster alone', () => {
    const judgement = judge({
      clusters: [
        cluster({
          status: 'UPDATE_FAILED',
          faults: { 'default-worker': QUOTA },
        }),
      ],
      nodeGroups: [],
    });
    expect(judgement).toMatchObject({
      cause: 'resize.failed',
      evidence: `Cluster//${UUID}`,
      says: expect.stringContaining(QUOTA),
    });
  });
});

describe('a cluster whose creator is gone', () => {
  const gone = (fields: object, nodeGroups?: object[]) =>
    judge({
      clusters: [
        cluster({
          status: 'UPDATE_FAILED',
          status_reason: 'Could not find user: 8c1f.',
          ...fields,
        }),
      ],
      nodeGroups,
    });

  it('is at risk while its API answers, else failing', () => {
    expect(gone({})).toMatchObject({
      status: 'at-risk',
      cause: 'credentials.creator-gone',
      evidence: `Cluster//${UUID}`,
    });
    expect(
      gone({
        health_status: 'UNHEALTHY',
        health_status_reason: { api: 'nok' },
      }),
    ).toMatchObject({ status: 'failing', cause: 'credentials.creator-gone' });
  });

  it.each([
    ['at-risk', "Waiting on ['Ready', 'MachinesReady']"],
    ['at-risk', 'ScalingUp: Scaling up control plane to 3 replicas'],
    ['failing', "Waiting on ['Ready', 'Available']"],
    ['failing', undefined],
  ])('is %s where the control plane says: %s', (status, controlplane) => {
    const health_status_reason = {
      infrastructure: 'Could not find user: 8c1f.',
      ...(controlplane && { controlplane }),
    };
    expect(
      gone({
        status: 'UPDATE_COMPLETE',
        health_status: 'UNHEALTHY',
        health_status_reason,
      }),
    ).toMatchObject({ status, cause: 'credentials.creator-gone' });
  });

  it('is degraded while it is being deleted', () => {
    expect(gone({ status: 'DELETE_FAILED' })).toMatchObject({
      status: 'degraded',
      cause: 'credentials.creator-gone',
    });
  });

  it('counts before the operation that failed for it', () => {
    const group = workers({ status_reason: 'Could not find user: 8c1f.' });
    expect(gone({ status_reason: null }, [group]).cause).toBe(
      'credentials.creator-gone',
    );
  });

  it.each([
    'Could not find application credential: 77aa.',
    'Could not find project: 921e.',
    'User 12 is not the trustor',
    'Openstackclusterreconcilefailed: providerClient authentication err: x',
    'Expected HTTP response code [201] when accessing [POST https://identity.example.org/v3/auth/tokens], but got 401 instead',
  ])('is told by its infrastructure: %s', infrastructure => {
    const health = {
      status: 'CREATE_COMPLETE',
      status_reason: null,
      health_status: 'UNHEALTHY',
      health_status_reason: { infrastructure, controlplane: 'Ready' },
    };
    expect(gone(health)).toMatchObject({
      status: 'at-risk',
      cause: 'credentials.creator-gone',
      says: `infrastructure: ${infrastructure}`,
    });
    expect(gone(health).beside).toBeUndefined();
  });

  it('is not told by a text left over beside a healthy cluster', () => {
    expect(gone({ status: 'UPDATE_COMPLETE' }).status).toBe('healthy');
  });

  it('is not told by a 401 of something else', () => {
    const status_reason =
      'Cannot pull registry.example.org/pause: 401 Unauthorized';
    expect(gone({ status_reason }).cause).toBe('resize.failed');
  });
});

describe('a deletion', () => {
  const deleting = (text: string | null, fields = {}) =>
    judge({
      clusters: [
        cluster({
          status: 'DELETE_IN_PROGRESS',
          status_reason: text,
          updated_at: ago('10m'),
          coe_version: 'v1.29.1',
          ...fields,
        }),
      ],
    });

  it('is progressing, for an hour at most', () => {
    expect(deleting(null)).toMatchObject({ status: 'progressing' });
    expect(deleting(null).item.revisitAt).toBe('2026-11-22T10:50:00.000Z');
    expect(deleting(null, { updated_at: ago('61m') })).toMatchObject({
      status: 'degraded',
      cause: 'delete.leftover-resources',
      evidence: `Cluster//${UUID}`,
    });
  });

  it.each([
    'Faileddeletesecuritygroup: x',
    'Failed to delete port',
    'Subnet is still in use',
    'Expected [202 204], but got 409 instead',
    'Failed to pre-delete resources for cluster',
  ])('is blocked at once: %s', text => {
    expect(deleting(text)).toMatchObject({
      status: 'degraded',
      cause: 'delete.leftover-resources',
      says: text,
    });
  });

  it('that failed is blocked whatever it says', () => {
    expect(deleting('Oops', { status: 'DELETE_FAILED' }).cause).toBe(
      'delete.leftover-resources',
    );
    expect(deleting(null, { status: 'DELETE_FAILED' }).says).toContain(
      'DELETE_FAILED',
    );
  });

  it('does not stumble over numbers and words that only look alike', () => {
    const text = 'Successfuldeleteport: port 3409-id of router inuse-1 deleted';
    expect(deleting(text).status).toBe('progressing');
  });
});

describe('a change under way', () => {
  it('is progressing, also when only a node group changes', () => {
    expect(
      judge({ clusters: [cluster({ status: 'UPDATE_IN_PROGRESS' })] }).status,
    ).toBe('progressing');
    expect(
      judge({
        clusters: [cluster({ status: 'UPDATE_COMPLETE' })],
        nodeGroups: [nodeGroup(), gpu({ status: 'CREATE_IN_PROGRESS' })],
      }).status,
    ).toBe('progressing');
  });

  it('does not hide a node group that failed', () => {
    const judgement = judge({
      clusters: [cluster({ status: 'UPDATE_IN_PROGRESS' })],
      nodeGroups: [nodeGroup(), gpu({ status: 'CREATE_FAILED' })],
    });
    expect(judgement.cause).toBe('nodegroup.failed');
  });

  it('of an old version towards a new one is what was advised', () => {
    const scene = {
      clusters: [
        cluster({ status: 'UPDATE_IN_PROGRESS', coe_version: 'v1.34.1' }),
      ],
    };
    expect(judge(scene).status).toBe('progressing');
    const old = template({ labels: { kube_tag: 'v1.34.1' } });
    expect(judge({ ...scene, templates: [old] }).cause).toBe(
      'version.unsupported',
    );
  });
});
