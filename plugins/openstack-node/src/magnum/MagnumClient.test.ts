import { Clouds, MagnumClient } from '..';
import { ManualClock } from '../__testUtils__/ManualClock';
import { ScriptedCloud } from '../__testUtils__/ScriptedCloud';

const BASE = '/container-infra/v1';
const NAMED = { uuid: 'u1', name: 'one' };
const ROOT_WITH = (max: string) => ({
  body: { versions: [{ id: 'v1', min_version: '1.1', max_version: max }] },
});

describe('the client of Magnum', () => {
  let server: ScriptedCloud;
  let clock: ManualClock;
  let clouds: Clouds;
  let magnum: MagnumClient;

  beforeEach(async () => {
    server = await ScriptedCloud.start();
    server.reply('GET /container-infra/', ROOT_WITH('1.14'));
    clock = ManualClock.create();
    clouds = Clouds.create([server.definition()], { clock });
    magnum = clouds.get().magnum;
  });
  afterEach(async () => {
    await clouds.close();
    await server.stop();
  });

  const patch = [{ op: 'replace' as const, path: '/x', value: 1 }];
  const create = { name: 'one', cluster_template_id: 't' };
  const upgrade = { cluster_template: 't2', max_batch_size: 1 };
  const template = { name: 'one', coe: 'kubernetes', image_id: 'i' };
  const quota = { project_id: 'p1', hard_limit: 3 };
  const limit = { ...quota, resource: 'Cluster' };
  const csr = { cluster_uuid: 'u1', csr: 'csr' };
  type Call = [
    string,
    (client: MagnumClient) => Promise<unknown>,
    { status?: number; body?: unknown; sent?: unknown; query?: string },
    unknown,
  ];
  const calls: Call[] = [
    ['GET /clusters/one', c => c.getCluster('one'), { body: NAMED }, NAMED],
    [
      'POST /clusters',
      c => c.createCluster(create),
      { status: 202, body: { uuid: 'u1' }, sent: create },
      { uuid: 'u1' },
    ],
    [
      'POST /clusters/u1/actions/resize',
      c => c.resizeCluster('u1', { node_count: 2 }),
      { status: 202, body: { uuid: 'u1' }, sent: { node_count: 2 } },
      { uuid: 'u1' },
    ],
    [
      'POST /clusters/u1/actions/upgrade',
      c => c.upgradeCluster('u1', upgrade),
      { status: 202, body: { uuid: 'u1' }, sent: upgrade },
      { uuid: 'u1' },
    ],
    [
      'PATCH /clusters/u1',
      c => c.updateCluster('u1', patch),
      { status: 202, body: { uuid: 'u1' }, sent: patch },
      { uuid: 'u1' },
    ],
    [
      'DELETE /clusters/u1',
      c => c.deleteCluster('u1'),
      { status: 204 },
      undefined,
    ],
    [
      'GET /clusters/u1/nodegroups/one',
      c => c.getNodeGroup('u1', 'one'),
      { body: NAMED },
      NAMED,
    ],
    [
      'POST /clusters/u1/nodegroups',
      c => c.createNodeGroup('u1', { name: 'one' }),
      { status: 202, body: NAMED, sent: { name: 'one' } },
      NAMED,
    ],
    [
      'PATCH /clusters/u1/nodegroups/one',
      c => c.updateNodeGroup('u1', 'one', patch),
      { status: 202, body: NAMED, sent: patch },
      NAMED,
    ],
    [
      'DELETE /clusters/u1/nodegroups/one',
      c => c.deleteNodeGroup('u1', 'one'),
      { status: 204 },
      undefined,
    ],
    [
      'GET /clustertemplates/one',
      c => c.getClusterTemplate('one'),
      { body: NAMED },
      NAMED,
    ],
    [
      'POST /clustertemplates',
      c => c.createClusterTemplate(template),
      { status: 201, body: NAMED, sent: template },
      NAMED,
    ],
    [
      'PATCH /clustertemplates/u1',
      c => c.updateClusterTemplate('u1', patch),
      { body: NAMED, sent: patch },
      NAMED,
    ],
    [
      'DELETE /clustertemplates/u1',
      c => c.deleteClusterTemplate('u1'),
      { status: 204 },
      undefined,
    ],
    [
      'GET /certificates/u1',
      c => c.getCertificateAuthority('u1'),
      { body: { pem: 'ca' } },
      'ca',
    ],
    [
      'GET /certificates/u1',
      c => c.getCertificateAuthority('u1', { type: 'etcd' }),
      { body: { pem: 'ca' }, query: 'ca_cert_type=etcd' },
      'ca',
    ],
    [
      'POST /certificates',
      c => c.signCertificate('u1', 'csr'),
      { status: 201, body: { pem: 'cert' }, sent: csr },
      'cert',
    ],
    [
      'PATCH /certificates/u1',
      c => c.rotateCertificateAuthority('u1'),
      { status: 202, body: { uuid: 'u1' } },
      undefined,
    ],
    [
      'PATCH /credentials/u1',
      c => c.rotateCredential('u1'),
      { status: 202, body: '' },
      undefined,
    ],
    ['GET /quotas/p1/Cluster', c => c.getQuota('p1'), { body: limit }, limit],
    [
      'GET /quotas',
      c => c.listQuotas(),
      { body: { quotas: [limit] }, query: 'all_tenants=true&limit=200' },
      [limit],
    ],
    [
      'POST /quotas',
      c => c.createQuota(quota),
      { status: 201, body: limit, sent: limit },
      limit,
    ],
    [
      'PATCH /quotas/p1/Cluster',
      c => c.updateQuota(quota),
      { status: 202, body: limit, sent: limit },
      limit,
    ],
    [
      'DELETE /quotas/p1/Cluster',
      c => c.deleteQuota('p1'),
      { status: 204 },
      undefined,
    ],
    [
      'GET /stats',
      c => c.getStats('p1'),
      { body: { clusters: 1, nodes: 2 }, query: 'project_id=p1' },
      { clusters: 1, nodes: 2 },
    ],
    [
      'GET /mservices',
      c => c.listServices(),
      { body: { mservices: [{ host: 'h', state: 'up' }] } },
      [{ host: 'h', state: 'up' }],
    ],
  ];

  it.each(calls)('%s', async (call, ask, exchange, expected) => {
    const [method, path] = call.split(' ');
    const { status, body, sent, query } = exchange;
    server.reply(`${method} ${BASE}${path}`, { status, body });
    await expect(ask(magnum)).resolves.toEqual(expected);
    const request = server.requests.at(-1)!;
    expect(request.headers).toMatchObject({
      'openstack-api-version': 'container-infra 1.14',
      'x-auth-token': 'token-number-1',
      accept: 'application/json',
    });
    expect(request.body).toEqual(sent);
    expect(request.query.toString()).toBe(query ?? '');
  });

  it('lists all pages, wherever Magnum believes to be', async () => {
    const page = (names: string[], marker?: string) => ({
      body: {
        clusters: names.map(name => ({ uuid: name, name })),
        ...(marker && {
          next: `http://10.0.0.5:9511/v1/clusters/detail?limit=200&marker=${marker}`,
        }),
      },
    });
    const LIST = `GET ${BASE}/clusters/detail`;
    server.reply(LIST, page(['a', 'b'], 'b'), page(['c'], 'c'), page([]));
    const clusters = await magnum.listClusters();
    expect(clusters.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(
      server.requests
        .filter(({ route }) => route === LIST)
        .map(({ query }) => query.toString()),
    ).toEqual(['limit=200', 'limit=200&marker=b', 'limit=200&marker=c']);
  });

  it('lists templates', async () => {
    server.reply(`GET ${BASE}/clustertemplates/detail`, {
      body: { clustertemplates: [NAMED] },
    });
    await expect(magnum.listClusterTemplates()).resolves.toEqual([NAMED]);
  });

  it('has whole node groups, but for one that goes away meanwhile', async () => {
    const groups = ['a', 'b', 'c'].map(name => ({ uuid: name, name }));
    server.reply(`GET ${BASE}/clusters/u1/nodegroups`, {
      body: { nodegroups: groups },
    });
    for (const group of [groups[0], groups[2]]) {
      server.reply(`GET ${BASE}/clusters/u1/nodegroups/${group.uuid}`, {
        body: { ...group, max_node_count: 3 },
      });
    }
    await expect(magnum.listNodeGroups('u1')).resolves.toEqual([
      { ...groups[0], max_node_count: 3 },
      { ...groups[2], max_node_count: 3 },
    ]);
  });

  it('waits for a cluster that has just been created', async () => {
    const GET = `GET ${BASE}/clusters/u1`;
    const unknown = { status: 404, body: { errors: [{ detail: 'Not yet' }] } };
    server.reply(GET, unknown, unknown, { body: NAMED });
    const found = magnum.getClusterSoonAfterCreate('u1');
    await clock.skip(250, 250);
    await expect(found).resolves.toEqual(NAMED);
    server.reply(GET, unknown);
    const lost = magnum.getClusterSoonAfterCreate('u1').catch(error => error);
    await clock.skip(...Array.from({ length: 20 }, () => 250));
    expect(await lost).toMatchObject({ status: 404, reason: 'Not yet' });
    await expect(magnum.getCluster('u1')).rejects.toThrow('Not yet');
  });

  it.each(['', '..'])('asks for nothing that is named %j', async name => {
    await expect(magnum.deleteCluster(name)).rejects.toThrow(
      `'${name}' is no id or name of anything`,
    );
    expect(server.requests.some(({ route }) => /^DELETE/.test(route))).toBe(
      false,
    );
  });
});
