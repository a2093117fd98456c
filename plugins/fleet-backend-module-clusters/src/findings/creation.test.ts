import { ago, cluster, judge, nodeGroup, template, UUID } from '../testing';

const failed = (text: string, fields = {}) =>
  judge({
    clusters: [
      cluster({
        status: 'CREATE_FAILED',
        status_reason: 'default-worker failed',
        faults: { 'default-worker': text },
        health_status: null,
        health_status_reason: {},
        api_address: null,
        created_at: ago('30m'),
        ...fields,
      }),
    ],
    nodeGroups: [],
  });

const building = (text: string | null, fields = {}) =>
  judge({
    clusters: [
      cluster({
        status: 'CREATE_IN_PROGRESS',
        status_reason: text,
        health_status: null,
        health_status_reason: {},
        api_address: null,
        created_at: ago('20m'),
        updated_at: ago('5m'),
        ...fields,
      }),
    ],
    nodeGroups: [],
  });

const capi = (event: string) =>
  `CAPI Cluster status: . CAPI OpenstackCluster status reason: ${event}`;

const PROJECT_QUOTA = 'cloud-a/Quota//921e3375c12beb9d7f1fdfd8b5bb0469';
const ITSELF = `cloud-a/Cluster//${UUID}`;

describe('a cluster that could not be created', () => {
  it.each([
    [
      'Quota exceeded for cores, ram: Requested 4, 8192 (HTTP 403)',
      'create.quota-exceeded',
      PROJECT_QUOTA,
    ],
    [
      `OverQuotaClient: resources.network: Quota exceeded for resources: ['network'].`,
      'create.quota-exceeded',
      PROJECT_QUOTA,
    ],
    [
      `OverLimit: VolumeSizeExceedsAvailableQuota: Requested volume exceeded for quota 'gigabytes'`,
      'create.quota-exceeded',
      PROJECT_QUOTA,
    ],
    [
      'VolumeLimitExceeded: Maximum number of volumes',
      'create.quota-exceeded',
      PROJECT_QUOTA,
    ],
    [
      `Quota exceeded for resources: ['floatingip', 'port'].`,
      'create.quota-exceeded',
      PROJECT_QUOTA,
    ],
    [
      `{"NeutronError": {"type": "OverQuota", "message": "Quota exceeded for resources: ['floatingip'].", "detail": ""}}`,
      'network.floating-ips-exhausted',
      PROJECT_QUOTA,
    ],
    [
      'IpAddressGenerationFailureClient: No more IP addresses available on network 5e2f6f0e-1b7a-4a59-8f6a-0d6a1c4b7f10.',
      'network.floating-ips-exhausted',
      'cloud-a/Network//5e2f6f0e-1b7a-4a59-8f6a-0d6a1c4b7f10',
    ],
    [
      'ExternalIpAddressExhausted: Unable to find any IP address.',
      'network.floating-ips-exhausted',
      'cloud-a/Network//public',
    ],
    [
      'Went to status ERROR due to "Message: No valid host was found. , Code: 500"',
      'create.no-valid-host',
      ITSELF,
    ],
    [
      'ResourceInError: resources.api_lb.resources.loadbalancer: Went to status ERROR due to "Unknown"',
      'loadbalancer.failed',
      ITSELF,
    ],
    [
      'Image 3fd does not have a kube_version property.',
      'create.image-unusable',
      'cloud-a/Image//image-36',
    ],
    [
      'Image ubuntu does not have an os_distro property',
      'create.image-unusable',
      'cloud-a/Image//image-36',
    ],
    [
      `Image doesn't contain os_distro field.`,
      'create.image-unusable',
      'cloud-a/Image//image-36',
    ],
    [
      'The Image (fedora-coreos-37.2) could not be found.',
      'create.image-unusable',
      'cloud-a/Image//image-36',
    ],
    ['Unable to find flavor m9.tiny.', 'create.flavor-unusable', ITSELF],
    [
      'Flavor m1.tiny does not have enough RAM',
      'create.flavor-unusable',
      ITSELF,
    ],
    [
      'Flavor m1.tiny does not have enough CPU',
      'create.flavor-unusable',
      ITSELF,
    ],
    [
      `The flavor's disk is too small for requested image`,
      'create.flavor-unusable',
      ITSELF,
    ],
    ['Could not find user: 8c1f0b.', 'credentials.creator-gone', ITSELF],
    ['Something nobody has heard of', 'create.failed', ITSELF],
  ])('%s', (text, cause, root) => {
    expect(failed(text)).toMatchObject({
      status: 'failing',
      cause,
      root,
      evidence: `Cluster//${UUID}`,
      says: expect.stringContaining(text),
      impact: ['team-shop'],
    });
  });

  it('quotes faults before the reason, and the status when there are none', () => {
    expect(failed('', { faults: {} }).says).toBe('default-worker failed');
    expect(failed('', { faults: {}, status_reason: '' }).says).toBe(
      'CREATE_FAILED',
    );
  });

  it('reads node groups where the cluster says nothing', () => {
    const judgement = judge({
      clusters: [cluster({ status: 'CREATE_FAILED', faults: {} })],
      nodeGroups: [
        nodeGroup({
          status: 'CREATE_FAILED',
          status_reason: 'No valid host was found',
        }),
      ],
    });

    expect(judgement).toMatchObject({
      cause: 'create.no-valid-host',
      evidence: `Cluster//${UUID}`,
      says: 'default-worker: No valid host was found',
    });
  });

  it('has the deepest of several obstacles as its cause', () => {
    const both = {
      a: 'No valid host was found',
      b: 'Quota exceeded for cores',
    };
    expect(failed('', { faults: both }).cause).toBe('create.quota-exceeded');
    expect(
      failed('', {
        faults: both,
        status_reason: `Failed to create trustee or trust for Cluster: ${UUID}`,
      }).cause,
    ).toBe('create.trust-refused');
  });

  it('is not called out of quota for a network that is missing', () => {
    expect(failed('Network public could not be found.').cause).toBe(
      'create.failed',
    );
    expect(failed('Image is active; Flavor m9 could not be found.').cause).toBe(
      'create.failed',
    );
  });

  it('has the cluster as root where nobody may see its template or network', () => {
    const [image, network] = [
      'Image x could not be found.',
      'ExternalIpAddressExhausted',
    ].map(text =>
      judge({
        clusters: [cluster({ status: 'CREATE_FAILED', status_reason: text })],
        templates: [template({ external_network_id: null, image_id: '' })],
      }),
    );
    expect(image.root).toBe(ITSELF);
    expect(network.root).toBe(ITSELF);
  });
});

describe('a cluster that is being created', () => {
  it('is progressing for as long as it was given', () => {
    expect(building(null)).toMatchObject({ status: 'progressing' });
    expect(building(null).cause).toBeUndefined();
    expect(building(null).item.revisitAt).toBe('2026-11-22T10:40:00.000Z');
    expect(
      building(null, { created_at: ago('80m'), create_timeout: 90 }).status,
    ).toBe('progressing');
  });

  it('has an hour when it was given none', () => {
    const fields = { create_timeout: 0, created_at: ago('59m') };
    expect(building(null, fields).status).toBe('progressing');
    expect(building(null, { ...fields, created_at: ago('61m') }).cause).toBe(
      'create.stuck',
    );
  });

  it('is stuck after that, and says what it waits for', () => {
    const judgement = building(null, {
      created_at: ago('172m'),
      health_status: 'UNHEALTHY',
      health_status_reason: {
        cluster: "Waiting on ['ControlPlaneInitialized', 'Ready']",
        infrastructure: 'Ready',
      },
    });

    expect(judgement).toMatchObject({
      status: 'failing',
      cause: 'create.stuck',
    });
    expect(judgement.says).toContain('ControlPlaneInitialized');
    expect(judgement.says).not.toContain('infrastructure');
  });

  it.each([
    [
      capi(`Failedcreatenetwork: Quota exceeded for resources: ['network']`),
      'create.quota-exceeded',
    ],
    [
      capi(
        `Failedcreatefloatingip: Quota exceeded for resources: ['floatingip']`,
      ),
      'network.floating-ips-exhausted',
    ],
    [
      capi(
        'Failedcreateserver: No valid host was found. There are not enough hosts',
      ),
      'create.no-valid-host',
    ],
    [
      capi('Failedcreaterouter: providerClient authentication err'),
      'credentials.creator-gone',
    ],
  ])('is failing at once when it says %s', (text, cause) => {
    expect(building(text)).toMatchObject({ status: 'failing', cause });
  });

  it('gives a load balancer time to come up', () => {
    const text = capi(
      'Failedcreateloadbalancer: load balancer k8s-api is not active after timeout',
    );
    expect(building(text).status).toBe('progressing');
    expect(building(text, { created_at: ago('2h') }).cause).toBe(
      'loadbalancer.failed',
    );
  });

  it('takes nothing for an obstacle that only a failed creation says', () => {
    expect(building('Unable to find flavor m9').status).toBe('progressing');
    expect(
      building('Unable to find flavor m9', { created_at: ago('2h') }).cause,
    ).toBe('create.stuck');
  });

  it.each([
    '2026-11-22T08:30:00.123456',
    '2026-11-22T09:30:00.123456+01:00',
    '2026-11-22 08:30:00+00:00',
    '2026-11-22T08:30:00Z',
  ])('was ordered at %s', created_at => {
    expect(building(null, { created_at }).cause).toBe('create.stuck');
  });

  it('is no older for a machine that is not in UTC', () => {
    const created_at = '2026-11-22T11:30:00.000000+02:00';
    expect(building(null, { created_at }).status).toBe('progressing');
  });
});
