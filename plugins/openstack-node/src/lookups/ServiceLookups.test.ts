import { Cloud, Clouds } from '..';
import { Reply, ScriptedCloud } from '../__testUtils__/ScriptedCloud';

const NOVA = '/compute/v2.1';
const NEUTRON = '/network/v2.0';

describe('look-ups', () => {
  let server: ScriptedCloud;
  let clouds: Clouds;
  let lookups: Cloud['lookups'];

  beforeEach(async () => {
    server = await ScriptedCloud.start();
    clouds = Clouds.create([server.definition()]);
    lookups = clouds.get().lookups;
  });
  afterEach(async () => {
    await clouds.close();
    await server.stop();
  });

  type Case = [
    string,
    (all: Cloud['lookups']) => Promise<unknown>,
    string,
    unknown,
    unknown,
  ];
  const cases: Case[] = [
    [
      'flavors',
      all => all.flavors(),
      `${NOVA}/flavors/detail`,
      {
        flavors: [
          { id: '1', name: 'm1.small', vcpus: 1, ram: 2048, disk: 20 },
          { id: '2', name: 'old', 'OS-FLV-DISABLED:disabled': true },
        ],
      },
      [{ id: '1', name: 'm1.small', vcpus: 1, ramMb: 2048, diskGb: 20 }],
    ],
    [
      'keypairs',
      all => all.keypairs(),
      `${NOVA}/os-keypairs`,
      {
        keypairs: [
          { keypair: { name: 'team', fingerprint: '0a' } },
          { name: 'bare' },
        ],
      },
      [{ name: 'team', fingerprint: '0a' }],
    ],
    [
      'availability zones',
      all => all.availabilityZones(),
      `${NOVA}/os-availability-zone`,
      {
        availabilityZoneInfo: [
          { zoneName: 'a', zoneState: { available: true }, hosts: null },
          { zoneName: 'b', zoneState: { available: false } },
        ],
      },
      [
        { name: 'a', available: true },
        { name: 'b', available: false },
      ],
    ],
    [
      'networks',
      all => all.networks(),
      `${NEUTRON}/networks`,
      {
        networks: [
          { id: 'n1', name: 'private', subnets: ['s1'], shared: true },
          { id: 'n2', name: 'public', 'router:external': true },
        ],
      },
      [
        {
          id: 'n1',
          name: 'private',
          external: false,
          shared: true,
          subnets: ['s1'],
        },
      ],
    ],
    [
      'external networks',
      all => all.externalNetworks(),
      `${NEUTRON}/networks`,
      {
        networks: [
          { id: 'n1', name: 'private' },
          { id: 'n2', name: '', 'router:external': true, subnets: null },
        ],
      },
      [{ id: 'n2', name: 'n2', external: true, shared: false, subnets: [] }],
    ],
    [
      'subnets',
      all => all.subnets({ networkId: 'n1' }),
      `${NEUTRON}/subnets`,
      {
        subnets: [
          { id: 's1', name: 'one', network_id: 'n1', cidr: '10.0.0.0/24' },
        ],
      },
      [{ id: 's1', name: 'one', networkId: 'n1', cidr: '10.0.0.0/24' }],
    ],
    [
      'images',
      all => all.images(),
      '/image/v2/images',
      {
        images: [
          {
            id: 'i1',
            name: 'ubuntu',
            status: 'active',
            os_distro: 'ubuntu',
            kube_version: 'v1.36.0',
          },
          { id: 'i2', name: null },
        ],
      },
      [
        {
          id: 'i1',
          name: 'ubuntu',
          status: 'active',
          osDistro: 'ubuntu',
          kubeVersion: 'v1.36.0',
        },
        { id: 'i2', name: 'i2', status: 'unknown' },
      ],
    ],
    [
      'limits of computing',
      all => all.computeLimits(),
      `${NOVA}/limits`,
      {
        limits: {
          rate: [],
          absolute: {
            maxTotalInstances: 10,
            totalInstancesUsed: 3,
            maxTotalCores: -1,
            totalCoresUsed: 12,
            maxTotalRAMSize: 51200,
            totalRAMUsed: 24576,
          },
        },
      },
      {
        instances: { used: 3, limit: 10 },
        cores: { used: 12 },
        ramMb: { used: 24576, limit: 51200 },
      },
    ],
    [
      'limits of volumes',
      all => all.volumeLimits(),
      '/volume/v3/project-1/limits',
      {
        limits: {
          absolute: {
            maxTotalVolumes: 10,
            totalVolumesUsed: 1,
            maxTotalVolumeGigabytes: 1000,
            totalGigabytesUsed: 20,
          },
        },
      },
      {
        volumes: { used: 1, limit: 10 },
        gigabytes: { used: 20, limit: 1000 },
      },
    ],
    [
      'the quota of networking',
      all => all.networkQuota(),
      `${NEUTRON}/quotas/project-1/details`,
      {
        quota: {
          floatingip: { used: 3, limit: 5, reserved: 1 },
          network: { used: 1, limit: -1, reserved: 0 },
        },
      },
      {
        floatingIps: { used: 4, limit: 5 },
        networks: { used: 1 },
        subnets: { used: 0 },
        routers: { used: 0 },
        ports: { used: 0 },
        securityGroups: { used: 0 },
      },
    ],
  ];

  it.each(cases)('knows %s', async (_, look, path, body, value) => {
    server.reply(`GET ${path}`, { body });
    await expect(look(lookups)).resolves.toEqual({ outcome: 'known', value });
  });

  it.each<[string, Reply, string]>([
    [
      'is forbidden',
      { status: 403, body: { forbidden: { code: 403, message: 'Not you.' } } },
      'Nova of cloud acme: Not you. (GET /compute/v2.1/limits, status 403, request id req-scripted)',
    ],
    [
      'says something else',
      { body: { version: {} } },
      'the cloud does not say',
    ],
    [
      'is behind a page',
      { body: '<title>Hello</title>' },
      'Nova of cloud acme: a web page came instead of an answer: Hello (GET /compute/v2.1/limits, status 200, request id req-scripted)',
    ],
  ])('go without when a service %s', async (_, reply, reason) => {
    server.reply(`GET ${NOVA}/limits`, reply);
    await expect(lookups.computeLimits()).resolves.toEqual({
      outcome: 'unavailable',
      reason,
    });
  });

  it('go without a service that the cloud does not have', async () => {
    server.reply('POST /identity/v3/auth/tokens', {
      status: 201,
      headers: { 'x-subject-token': 't' },
      body: {
        token: { user: { id: 'u' }, project: { id: 'p' }, catalog: [] },
      },
    });
    await expect(lookups.volumeLimits()).resolves.toEqual({
      outcome: 'unavailable',
      reason: expect.stringContaining(
        'the catalogue has no block-storage, only nothing',
      ),
    });
  });

  it('end with the signal', async () => {
    server.reply(`GET ${NOVA}/limits`, () => {});
    const stopping = new AbortController();
    const found = lookups.computeLimits({ signal: stopping.signal });
    await server.asked(`GET ${NOVA}/limits`);
    stopping.abort(new Error('enough'));
    await expect(found).rejects.toThrow('enough');
  });

  it('ask for all pages, of Nova and of Glance', async () => {
    server.reply(
      `GET ${NOVA}/flavors/detail`,
      {
        body: {
          flavors: [{ id: '1' }],
          flavors_links: [
            { rel: 'next', href: 'http://nova/v2.1/flavors?marker=1' },
          ],
        },
      },
      { body: { flavors: [{ id: '2' }] } },
    );
    server.reply(
      'GET /image/v2/images',
      {
        body: {
          images: [{ id: '1', name: 'a' }],
          next: '/v2/images?marker=1',
        },
      },
      { body: { images: [{ id: '2', name: 'b' }] } },
    );
    await expect(lookups.flavors()).resolves.toMatchObject({
      value: [{ id: '1' }, { id: '2' }],
    });
    await expect(lookups.images()).resolves.toMatchObject({
      value: [{ id: '1' }, { id: '2' }],
    });
    expect(server.requests.at(-1)!.query.toString()).toBe('marker=1');
  });
});
