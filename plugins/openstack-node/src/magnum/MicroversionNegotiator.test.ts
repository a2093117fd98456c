import { Clouds, CloudDefinition } from '..';
import { ManualClock } from '../__testUtils__/ManualClock';
import { Reply, ScriptedCloud } from '../__testUtils__/ScriptedCloud';

const ROOT = 'GET /container-infra/';
const STATS = 'GET /container-infra/v1/stats';
const root = (min_version: string, max_version: string): Reply => ({
  body: {
    versions: [{ id: 'v1', status: 'CURRENT', min_version, max_version }],
  },
});
const UNSUPPORTED = {
  status: 406,
  body: {
    errors: [
      {
        max_version: '1.9',
        min_version: '1.1',
        code: 'magnum.microversion-unsupported',
        links: [],
        title: 'Requested microversion is unsupported',
      },
    ],
  },
};

describe('the microversion of Magnum', () => {
  let server: ScriptedCloud;
  let clock: ManualClock;
  let clouds: Clouds;

  beforeEach(async () => {
    server = await ScriptedCloud.start();
    server.reply(STATS, { body: { clusters: 0, nodes: 0 } });
    clock = ManualClock.create();
    clouds = Clouds.create([]);
  });
  afterEach(async () => {
    await clouds.close();
    await server.stop();
  });

  function connect(changes: Partial<CloudDefinition> = {}) {
    clouds = Clouds.create([server.definition(changes)], { clock });
    return clouds.get().magnum;
  }

  it.each([
    ['1.1', '1.10', undefined, '1.10'],
    ['1.1', '1.9', undefined, '1.9'],
    ['1.1', '1.14', undefined, '1.14'],
    ['1.1', '1.20', undefined, '1.14'],
    ['1.1', '1.14', '1.9', '1.9'],
    ['1.1', '1.8', '1.10', '1.8'],
  ])('is, from %s to %s and at most %s, %s', async (min, max, cap, used) => {
    server.reply(ROOT, root(min, max));
    const magnum = connect({ microversion: cap });
    await expect(magnum.microversion()).resolves.toEqual({ min, max, used });
    await magnum.getStats('p');
    expect(server.requests.at(-1)!.headers['openstack-api-version']).toBe(
      `container-infra ${used}`,
    );
    expect(server.count(ROOT)).toBe(1);
  });

  it('is none when the cloud is too new', async () => {
    server.reply(ROOT, root('1.11', '1.20'));
    await expect(
      connect({ microversion: '1.10' }).listClusters(),
    ).rejects.toThrow(
      'it has microversions 1.11 to 1.20, and none newer than 1.10 may be used here',
    );
  });

  it.each<[string, Reply]>([
    ['is hidden', { status: 403, body: '<html><h1>Forbidden</h1></html>' }],
    ['says nothing', { body: { versions: 'many' } }],
    ['is a list', { body: [] }],
    ['is a page', { body: '<html><title>Welcome</title></html>' }],
  ])('is in the headers when the root %s', async (_, reply) => {
    server.reply(ROOT, reply);
    server.reply('GET /container-infra/v1/clusters', {
      headers: {
        'openstack-api-minimum-version': 'container-infra 1.1',
        'openstack-api-maximum-version': 'container-infra 1.7',
      },
      body: { clusters: [] },
    });
    await expect(connect().microversion()).resolves.toMatchObject({
      used: '1.7',
    });
  });

  it('is unknown when Magnum is away', async () => {
    server.reply(ROOT, { status: 500, body: 'no' });
    await expect(connect().listClusters()).rejects.toMatchObject({
      status: 500,
      transient: true,
    });
  });

  it('is asked for again after an hour', async () => {
    server.reply(ROOT, root('1.1', '1.10'), root('1.1', '1.12'));
    const magnum = connect();
    await expect(magnum.microversion()).resolves.toMatchObject({ max: '1.10' });
    clock.advance(3_600_000);
    await expect(magnum.microversion()).resolves.toMatchObject({ max: '1.12' });
  });

  it('is asked for again when a cloud no longer has it', async () => {
    server.reply(ROOT, root('1.1', '1.10'), root('1.1', '1.9'));
    server.reply(STATS, UNSUPPORTED, { body: { clusters: 2, nodes: 4 } });
    await expect(connect().getStats('p')).resolves.toEqual({
      clusters: 2,
      nodes: 4,
    });
    expect(server.requests.at(-1)!.headers['openstack-api-version']).toBe(
      'container-infra 1.9',
    );
  });

  it('is a clear error when it stays refused', async () => {
    server.reply(STATS, UNSUPPORTED);
    await expect(connect().getStats('p')).rejects.toMatchObject({
      status: 406,
      reason: 'Requested microversion is unsupported',
    });
    expect(server.count(STATS)).toBe(2);
  });

  it('has words when Magnum has none', async () => {
    server.reply(STATS, {
      status: 406,
      body: {
        errors: [
          { request_id: '', code: '', status: 406, title: '', detail: '' },
        ],
      },
    });
    await expect(connect().getStats('p')).rejects.toMatchObject({
      reason: 'Not Acceptable',
    });
  });

  it('is needed by calls, which say so before they ask', async () => {
    server.reply(ROOT, root('1.1', '1.6'));
    const magnum = connect();
    await expect(magnum.listNodeGroups('one')).rejects.toMatchObject({
      service: 'magnum',
      status: 406,
      request: 'GET /v1/clusters/one/nodegroups',
      reason: 'needs microversion 1.9, the cloud has 1.6',
      transient: false,
    });
    await expect(
      magnum.resizeCluster('one', { node_count: 0 }),
    ).rejects.toThrow('needs microversion 1.10, the cloud has 1.6');
    await expect(magnum.rotateCredential('one')).rejects.toThrow('1.12');
    await expect(
      magnum.createNodeGroup('one', { name: 'g', node_labels: { a: 'b' } }),
    ).rejects.toThrow('1.14');
    expect(server.requests.map(({ route }) => route)).toEqual([
      'POST /identity/v3/auth/tokens',
      ROOT,
    ]);
  });

  it('is the operator who does not allow a newer one', async () => {
    server.reply(ROOT, root('1.1', '1.14'));
    await expect(
      connect({ microversion: '1.8' }).getNodeGroup('one', 'g'),
    ).rejects.toThrow(
      'needs microversion 1.9, 1.8 is the newest that may be used',
    );
  });
});
