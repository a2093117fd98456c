import { CloudClient } from '../../testing/CloudClient';
import { pick } from '../../testing/pick';
import { startTestCloud, TestCloud } from '../../testing/startTestCloud';
import { Speed } from '../../types';

describe('what becomes of orders', () => {
  let cloud: TestCloud;
  let slipway: CloudClient;

  async function begin(speed?: Partial<Speed>) {
    cloud = await startTestCloud(speed);
    slipway = cloud.slipway;
  }

  afterEach(() => cloud.stop());

  async function create(fields: object = {}): Promise<string> {
    const answer = await slipway.magnum('POST', '/clusters', {
      name: 'team-a',
      cluster_template_id: 'k8s-v1.36',
      ...fields,
    });
    expect(answer.status).toBe(202);
    return String(pick(answer, 'uuid'));
  }

  const read = (uuid: string) => slipway.magnum('GET', `/clusters/${uuid}`);
  const until = (uuid: string, status: string) =>
    cloud.until(
      () => read(uuid),
      answer => pick(answer, 'status') === status,
    );

  it('a new cluster cannot be read for a moment', async () => {
    await begin({ visibleAfterMs: 60_000 });
    const uuid = await create();
    expect((await read(uuid)).status).toBe(404);
    expect((await slipway.magnum('GET', '/clusters')).body).toEqual({
      clusters: [],
    });
    cloud.pass(61);
    expect((await read(uuid)).status).toBe(200);
  });

  it('is empty at first, then has a stack, then an address', async () => {
    await begin({ buildMs: 60_000 });
    const uuid = await create();
    expect((await read(uuid)).body).toMatchObject({
      status: 'CREATE_IN_PROGRESS',
      cluster_id: null,
      coe_version: null,
      api_address: null,
      updated_at: null,
      node_addresses: [],
    });
    cloud.pass(30);
    const begun = await cloud.until(
      () => read(uuid),
      answer => pick(answer, 'cluster_id') !== null,
    );
    expect(begun.body).toMatchObject({
      status: 'CREATE_IN_PROGRESS',
      coe_version: 'v1.36.2',
    });
    cloud.pass(31);
    await until(uuid, 'CREATE_COMPLETE');
  });

  it('a flavor larger than any host fails in the words of Heat', async () => {
    await begin();
    const uuid = await create({ flavor_id: 'm1.xlarge' });
    const failed = await until(uuid, 'CREATE_FAILED');
    const reason =
      'Resource CREATE failed: ResourceInError: resources.kube_minions.resources[0].resources.kube-minion: Went to status ERROR due to "Message: No valid host was found. , Code: 500"';
    expect(failed.body).toMatchObject({
      status_reason: 'default-master failed, default-worker failed',
      faults: { 'default-master': reason, 'default-worker': reason },
      api_address: null,
    });
    await slipway.magnum('DELETE', `/clusters/${uuid}`);
    await cloud.until(
      () => read(uuid),
      ({ status }) => status === 404,
    );
  });

  it('more nodes than the quota has cores fail, and so does a fault', async () => {
    await begin();
    const many = await until(
      await create({ node_count: 10_000 }),
      'CREATE_FAILED',
    );
    expect(pick(many, 'faults', 'default-worker')).toMatch(
      /^Resource CREATE failed: Forbidden: resources\.kube_minions\.resources\[199\].*: Quota exceeded for cores, ram, instances: Requested 2, 4096, 1, but already used 400, 819200, 200 of 400, 819200, 200 cores, ram, instances \(HTTP 403\) \(Request-ID: req-/,
    );
    cloud.openstack.setFault('quota', true);
    const few = await until(await create(), 'CREATE_FAILED');
    expect(pick(few, 'faults', 'default-worker')).toMatch(
      /Quota exceeded for cores: Requested 2, but already used 400 of 400 cores/,
    );
    cloud.openstack.setFault('quota', false);
    await until(await create(), 'CREATE_COMPLETE');
  });

  it('an order by an application credential is refused by Keystone later', async () => {
    await begin();
    const token = await slipway.ask('GET', '/identity/v3/auth/projects');
    expect(token.status).toBe(200);
    const own = await fetch(`${cloud.openstack.authUrl}/auth/tokens`, {
      headers: {
        'x-auth-token': slipway.token,
        'x-subject-token': slipway.token,
      },
    });
    const user = (await own.json()).token.user.id;
    const made = await slipway.ask(
      'POST',
      `/identity/v3/users/${user}/application_credentials`,
      { application_credential: { name: 'app', unrestricted: true } },
    );
    const delegated = await slipway.ask('POST', '/identity/v3/auth/tokens', {
      auth: {
        identity: {
          methods: ['application_credential'],
          application_credential: {
            id: pick(made, 'application_credential', 'id'),
            secret: pick(made, 'application_credential', 'secret'),
          },
        },
      },
    });
    slipway = new CloudClient(
      cloud.openstack.url,
      delegated.headers.get('x-subject-token')!,
    );
    const uuid = await create();
    const failed = await until(uuid, 'CREATE_FAILED');
    expect(failed.body).toMatchObject({
      status_reason: `Failed to create trustee or trust for Cluster: ${uuid}`,
      faults: {},
    });
    const groups = await slipway.magnum('GET', `/clusters/${uuid}/nodegroups`);
    expect(groups.body).toMatchObject({
      nodegroups: [
        { status: 'CREATE_IN_PROGRESS' },
        { status: 'CREATE_IN_PROGRESS' },
      ],
    });
  });

  it('a build that is stuck goes on when that is mended', async () => {
    await begin();
    cloud.openstack.setFault('stuck', true);
    const uuid = await create();
    await cloud.until(
      () => read(uuid),
      answer => pick(answer, 'cluster_id') !== null,
    );
    expect(cloud.backend.calls).toEqual([]);
    cloud.openstack.setFault('stuck', false);
    cloud.pass(2);
    await until(uuid, 'CREATE_COMPLETE');
  });

  it('a failed resize leaves the cluster with its nodes, and can be repeated', async () => {
    await begin();
    const uuid = await create();
    await until(uuid, 'CREATE_COMPLETE');
    cloud.openstack.setFault('no-valid-host', true);
    const resize = () =>
      slipway.magnum('POST', `/clusters/${uuid}/actions/resize`, {
        node_count: 2,
      });
    await resize();
    const failed = await until(uuid, 'UPDATE_FAILED');
    expect(pick(failed, 'faults', 'default-worker')).toMatch(
      /^Resource UPDATE failed: .*No valid host was found/,
    );
    expect(cloud.backend.nodesOf(uuid)).toHaveLength(2);
    cloud.openstack.setFault('no-valid-host', false);
    await resize();
    await until(uuid, 'UPDATE_COMPLETE');
    expect(cloud.backend.nodesOf(uuid)).toHaveLength(3);
  });

  it('health says which node or API is not well', async () => {
    await begin();
    const uuid = await create();
    await until(uuid, 'CREATE_COMPLETE');
    const [, worker] = cloud.backend.nodesOf(uuid);
    cloud.backend.healthOf = () => ({ api: 'ok', nodes: { [worker]: false } });
    const ill = await cloud.until(
      () => read(uuid),
      answer => pick(answer, 'health_status') === 'UNHEALTHY',
    );
    expect(pick(ill, 'health_status_reason')).toEqual({
      api: 'ok',
      [`${worker}.Ready`]: 'False',
    });
    cloud.openstack.setFault('api-unreachable', true, 'team-a');
    await cloud.until(
      () => read(uuid),
      answer => pick(answer, 'health_status_reason', 'api') === 'nok',
    );
  });

  it('while a cluster is destroyed, lists fail for a moment', async () => {
    await begin({ deleteMs: 200 });
    const uuid = await create();
    await until(uuid, 'CREATE_COMPLETE');
    await slipway.magnum('DELETE', `/clusters/${uuid}`);
    const refused = await cloud.until(
      () => slipway.magnum('GET', '/clusters'),
      ({ status }) => status !== 200,
    );
    expect(pick(refused, 'errors', 0, 'detail')).toBe(
      "Invalid input for field/attribute master_count. Value: '0'. Value should be greater or equal to 1",
    );
    await cloud.until(
      () => slipway.magnum('GET', '/clusters'),
      ({ status }) => status === 200,
    );
  });

  it('a restart goes on with what was begun and brings the others back', async () => {
    await begin({ buildMs: 60_000 });
    const uuid = await create();
    cloud.pass(61);
    const before = await until(uuid, 'CREATE_COMPLETE');
    const half = await create({ name: 'team-b' });
    await cloud.restart();
    expect(cloud.backend.calls).toEqual(['create team-a', 'create team-a']);
    expect((await read(half)).body).toMatchObject({
      status: 'CREATE_IN_PROGRESS',
    });
    expect((await read(uuid)).body).toMatchObject({
      api_address: pick(before, 'api_address'),
      node_addresses: pick(before, 'node_addresses'),
    });
    cloud.pass(61);
    await until(half, 'CREATE_COMPLETE');
  });

  it('a backend that fails is asked again', async () => {
    await begin();
    const create0 = cloud.backend.create.bind(cloud.backend);
    let failures = 1;
    cloud.backend.create = async order => {
      if (failures > 0) {
        failures -= 1;
        throw new Error('not now');
      }
      return create0(order);
    };
    const uuid = await create();
    await cloud.until(
      () => read(uuid),
      () => failures === 0,
    );
    cloud.pass(2);
    const complete = await until(uuid, 'CREATE_COMPLETE');
    expect(pick(complete, 'api_address')).toMatch(/^https:/);
  });

  it('many orders at once are all carried out', async () => {
    await begin();
    const names = Array.from({ length: 20 }, (_, index) => `many-${index}`);
    const uuids = await Promise.all(names.map(name => create({ name })));
    await Promise.all(uuids.map(uuid => until(uuid, 'CREATE_COMPLETE')));
    expect(cloud.backend.orders.size).toBe(20);
  });
});
