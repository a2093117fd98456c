import { FakeAnswer } from './FakeAnswer';

export const PROJECT = 'project-1';

const SERVICES = {
  'container-infra': '/container-infra/v1',
  compute: '/compute/v2.1',
  network: '/network',
  image: '/image',
  volumev3: `/volume/v3/${PROJECT}`,
};

/** What the services beside Magnum say, by method and path; tests change it. */
export function fakeNeighbours(url: string): Record<string, FakeAnswer> {
  const ok = (body: unknown): FakeAnswer => ({ status: 200, body });
  return {
    'POST /identity/v3/auth/tokens': {
      status: 201,
      body: { token: tokenBody(url) },
    },
    'GET /container-infra/': ok({
      versions: [
        {
          id: 'v1',
          status: 'CURRENT',
          min_version: '1.1',
          max_version: '1.10',
        },
      ],
    }),
    'GET /compute/v2.1/flavors/detail': ok({
      flavors: [
        flavor('m1.tiny', 1, 512),
        flavor('m1.small', 1, 2_048),
        flavor('m1.medium', 2, 4_096),
        flavor('m1.large', 4, 8_192),
      ],
    }),
    'GET /compute/v2.1/os-keypairs': ok({
      keypairs: [{ keypair: { name: 'ops', fingerprint: 'aa:bb' } }],
    }),
    'GET /compute/v2.1/os-availability-zone': ok({
      availabilityZoneInfo: [
        { zoneName: 'nova', zoneState: { available: true } },
      ],
    }),
    'GET /compute/v2.1/limits': ok({
      limits: {
        absolute: {
          totalInstancesUsed: 2,
          maxTotalInstances: 20,
          totalCoresUsed: 4,
          maxTotalCores: 40,
          totalRAMUsed: 8_192,
          maxTotalRAMSize: 81_920,
        },
      },
    }),
    [`GET /volume/v3/${PROJECT}/limits`]: ok({
      limits: {
        absolute: {
          totalVolumesUsed: 0,
          maxTotalVolumes: 10,
          totalGigabytesUsed: 0,
          maxTotalVolumeGigabytes: 100,
        },
      },
    }),
    'GET /network/v2.0/networks': ok({
      networks: [
        { id: 'net-1', name: 'private', subnets: ['subnet-1'] },
        { id: 'net-2', name: 'public', 'router:external': true, subnets: [] },
      ],
    }),
    'GET /network/v2.0/subnets': ok({
      subnets: [
        {
          id: 'subnet-1',
          name: 'private-v4',
          network_id: 'net-1',
          cidr: '10.0.0.0/24',
        },
      ],
    }),
    [`GET /network/v2.0/quotas/${PROJECT}/details`]: ok({
      quota: { floatingip: { used: 1, reserved: 0, limit: 5 } },
    }),
    'GET /image/v2/images': ok({
      images: [
        image('image-135', 'v1.35.4'),
        image('image-136', 'v1.36.1'),
        { id: 'plain', name: 'plain', status: 'active' },
      ],
    }),
    [`GET /container-infra/v1/quotas/${PROJECT}/Cluster`]: ok({
      project_id: PROJECT,
      resource: 'Cluster',
      hard_limit: 20,
    }),
  };
}

function tokenBody(url: string) {
  const now = Date.now();
  return {
    methods: ['password'],
    user: { id: 'user-1', name: 'slipway', domain: { id: 'default' } },
    project: { id: PROJECT, name: 'acme', domain: { id: 'default' } },
    issued_at: new Date(now).toISOString(),
    expires_at: new Date(now + 3_600_000).toISOString(),
    catalog: Object.entries(SERVICES).map(([type, path]) => ({
      type,
      name: type,
      endpoints: [
        {
          interface: 'public',
          region: 'RegionOne',
          region_id: 'RegionOne',
          url: `${url}${path}`,
        },
      ],
    })),
  };
}

function flavor(name: string, vcpus: number, ram: number) {
  return { id: `id-${name}`, name, vcpus, ram, disk: 20 };
}

function image(id: string, version: string) {
  return {
    id,
    name: `ubuntu-${version}`,
    status: 'active',
    os_distro: 'ubuntu',
    kube_version: version,
  };
}
