import { CloudClient } from '../testing/CloudClient';
import { pick } from '../testing/pick';
import { startTestCloud, TestCloud } from '../testing/startTestCloud';

describe('clusters of Magnum', () => {
  let cloud: TestCloud;
  let slipway: CloudClient;

  beforeEach(async () => {
    cloud = await startTestCloud();
    slipway = cloud.slipway;
  });

  afterEach(() => cloud.stop());

  const order = (fields: object = {}) => ({
    name: 'team-a',
    cluster_template_id: 'k8s-v1.36',
    ...fields,
  });

  async function create(fields?: object): Promise<string> {
    const answer = await slipway.magnum('POST', '/clusters', order(fields));
    expect(answer.status).toBe(202);
    return String(pick(answer, 'uuid'));
  }

  const until = (uuid: string, status: string) =>
    cloud.until(
      () => slipway.magnum('GET', `/clusters/${uuid}`),
      answer => pick(answer, 'status') === status,
    );

  it('live from the order to the end', async () => {
    const uuid = await create({ node_count: 2 });
    const complete = await until(uuid, 'CREATE_COMPLETE');
    expect(complete.body).toMatchObject({
      uuid,
      name: 'team-a',
      node_count: 2,
      master_count: 1,
      api_address: 'https://127.0.0.1:6001',
      coe_version: 'v1.36.2',
      node_addresses: ['10.0.0.20', '10.0.0.21'],
      master_addresses: ['10.0.0.10'],
      status_reason: null,
      create_timeout: 60,
      created_at: expect.stringMatching(/\.\d{6}\+00:00$/),
    });
    expect(complete.body).not.toHaveProperty('faults');
    const healthy = await cloud.until(
      () => slipway.magnum('GET', '/clusters/team-a'),
      answer => pick(answer, 'health_status') === 'HEALTHY',
    );
    expect(pick(healthy, 'health_status_reason', 'api')).toBe('ok');
    expect(cloud.backend.orders.get(uuid)).toMatchObject({
      version: 'v1.36.2',
      labels: { kube_tag: 'v1.36.2' },
      nodeGroups: [
        { name: 'default-master', role: 'master', nodes: [expect.any(String)] },
        { name: 'default-worker', flavor: 'm1.medium' },
      ],
    });

    expect((await slipway.magnum('DELETE', `/clusters/${uuid}`)).status).toBe(
      204,
    );
    const gone = await cloud.until(
      () => slipway.magnum('GET', `/clusters/${uuid}`),
      ({ status }) => status === 404,
    );
    expect(gone.body).toEqual({
      errors: [
        {
          request_id: '',
          code: 'client',
          status: 404,
          title: `Cluster ${uuid} could not be found`,
          detail: `Cluster ${uuid} could not be found.`,
          links: [],
        },
      ],
    });
    expect(cloud.backend.orders.size).toBe(0);
  });

  it.each([
    [
      { cluster_template_id: 'nope' },
      404,
      'ClusterTemplate nope could not be found.',
    ],
    [
      { cluster_template_id: undefined },
      400,
      "Invalid input for field/attribute cluster_template_id. Value: 'None'. Mandatory field missing.",
    ],
    [
      { name: 'x y' },
      400,
      "Invalid input for field/attribute name. Value: 'x y'. Value should match the pattern ^[a-zA-Z][a-zA-Z0-9_.-]*$",
    ],
    [
      { name: '' },
      400,
      "Invalid input for field/attribute name. Value: ''. Value should have a minimum character requirement of 1",
    ],
    [{ name: 'a'.repeat(300) }, 400, /maximum character requirement of 242$/],
    [{ keypair: 'nokey' }, 404, 'Unable to find keypair nokey.'],
    [{ flavor_id: 'nope' }, 400, 'Unable to find flavor nope.'],
    [{ master_flavor_id: 'nope' }, 400, 'Unable to find flavor nope.'],
    [
      { master_count: 3, master_lb_enabled: false },
      400,
      'master_count must be 1 when master_lb_enabled is False',
    ],
    [
      { master_count: 0 },
      400,
      "Invalid input for field/attribute master_count. Value: '0'. Value should be greater or equal to 1",
    ],
    [
      { node_count: -1 },
      400,
      "Invalid input for field/attribute node_count. Value: '-1'. Value should be greater or equal to 0",
    ],
    [
      { node_count: 'abc' },
      400,
      /^Invalid input for field\/attribute cluster\. Value: '\{'name': 'team-a', .*invalid literal for int\(\) with base 10: 'abc'$/,
    ],
    [{ labels: 'x' }, 400, /Value not a valid dict: x$/],
    [{ labels: { a: [1] } }, 400, /got '<class 'list'>'$/],
    [{ nam: 'x' }, 400, 'Unknown attribute for argument cluster: nam'],
  ])('refuse %j', async (fields, status, detail) => {
    const answer = await slipway.magnum('POST', '/clusters', order(fields));
    expect(answer.status).toBe(status);
    expect(pick(answer, 'errors', 0, 'detail')).toMatch(detail);
    expect(cloud.openstack.listClusters()).toEqual([]);
  });

  it('refuse what is no JSON, no object or unknown', async () => {
    const broken = await fetch(
      `${cloud.openstack.url}/container-infra/v1/clusters`,
      {
        method: 'POST',
        headers: { 'x-auth-token': slipway.token },
        body: 'x',
      },
    );
    expect(broken.status).toBe(400);
    expect(await broken.text()).toContain(
      'Request is not in valid JSON format',
    );
    expect((await slipway.magnum('POST', '/clusters', [])).status).toBe(500);
    const nowhere = await slipway.magnum('GET', '/nope');
    expect(nowhere.body).toMatchObject({
      errors: [{ status: 404, title: '', detail: '' }],
    });
  });

  it('may have the same name', async () => {
    const [one, two] = [await create(), await create()];
    expect(one).not.toBe(two);
    for (const method of ['GET', 'DELETE']) {
      const answer = await slipway.magnum(method, '/clusters/team-a');
      expect(answer.status).toBe(409);
      expect(pick(answer, 'errors', 0, 'title')).toBe(
        'Multiple clusters exist with same name',
      );
    }
    await until(one, 'CREATE_COMPLETE');
  });

  it('take labels instead of those of the template, or over them', async () => {
    const labels = { kube_tag: 'v1.36.9', team: 'a' };
    const replaced = await until(
      await create({ labels: { team: 'a' } }),
      'CREATE_COMPLETE',
    );
    expect(replaced.body).toMatchObject({
      labels: { team: 'a' },
      labels_added: { team: 'a' },
      labels_skipped: { kube_tag: 'v1.36.2', auto_healing_enabled: 'true' },
    });
    const merged = await until(
      await create({ labels, merge_labels: true }),
      'CREATE_COMPLETE',
    );
    expect(merged.body).toMatchObject({
      labels: { ...labels, auto_healing_enabled: 'true' },
      labels_overridden: { kube_tag: 'v1.36.2' },
      labels_added: { team: 'a' },
      labels_skipped: {},
      coe_version: 'v1.36.9',
    });
  });

  it('are resized by either call, in either direction', async () => {
    const uuid = await create({ node_count: 1 });
    await until(uuid, 'CREATE_COMPLETE');
    const resized = await slipway.magnum(
      'POST',
      `/clusters/${uuid}/actions/resize`,
      { node_count: 3 },
    );
    expect(resized.status).toBe(202);
    const grown = await until(uuid, 'UPDATE_COMPLETE');
    expect(pick(grown, 'node_addresses')).toHaveLength(3);
    const before = cloud.backend.nodesOf(uuid);
    expect(before).toHaveLength(4);

    const unwanted = before[2];
    await slipway.magnum('POST', `/clusters/${uuid}/actions/resize`, {
      node_count: 2,
      nodes_to_remove: [unwanted],
    });
    await until(uuid, 'UPDATE_COMPLETE');
    expect(cloud.backend.nodesOf(uuid)).toEqual(
      before.filter(name => name !== unwanted),
    );

    const patched = await slipway.magnum('PATCH', `/clusters/${uuid}`, [
      { op: 'replace', path: '/node_count', value: 0 },
    ]);
    expect(patched.status).toBe(202);
    await until(uuid, 'UPDATE_COMPLETE');
    expect(cloud.backend.nodesOf(uuid)).toEqual([before[0]]);
  });

  it.each([
    [
      'resize',
      {},
      400,
      /^Invalid input for field\/attribute node_count\. Value: 'None'/,
    ],
    [
      'resize',
      { node_count: 9, nodegroup: 'default-master' },
      400,
      'Resizing a master nodegroup is not supported.',
    ],
    [
      'resize',
      { node_count: 9, nodegroup: 'nope' },
      404,
      'Nodegroup nope could not be found.',
    ],
    [
      'upgrade',
      { cluster_template: 'nope', max_batch_size: 1 },
      404,
      'ClusterTemplate nope could not be found.',
    ],
    [
      'upgrade',
      { cluster_template: 'k8s-v1.36' },
      500,
      'Circular reference detected',
    ],
    [
      'upgrade',
      { cluster_template: 'k8s-v1.36', max_batch_size: 0 },
      400,
      /max_batch_size/,
    ],
  ])('refuse to %s by %j', async (action, body, status, detail) => {
    const uuid = await create();
    await until(uuid, 'CREATE_COMPLETE');
    const answer = await slipway.magnum(
      'POST',
      `/clusters/${uuid}/actions/${action}`,
      body,
    );
    expect(answer.status).toBe(status);
    expect(pick(answer, 'errors', 0, 'detail')).toMatch(detail);
  });

  it('change nothing but their size', async () => {
    const uuid = await create();
    await until(uuid, 'CREATE_COMPLETE');
    const patch = async (...steps: object[]) =>
      pick(
        await slipway.magnum('PATCH', `/clusters/${uuid}`, steps),
        'errors',
        0,
        'detail',
      );
    expect(await patch({ op: 'replace', path: '/name', value: 'b' })).toBe(
      'cannot change cluster property(ies) name.',
    );
    expect(await patch({ op: 'replace', path: '/nope', value: 'b' })).toBe(
      "Couldn't apply patch '[{'path': '/nope', 'op': 'replace', 'value': 'b'}]'. Reason: can't replace a non-existent object 'nope'",
    );
    expect(await patch({ op: 'replace', path: '/uuid', value: 'b' })).toBe(
      "'/uuid' is an internal attribute and can not be updated",
    );
    expect(await patch({ op: 'move', path: '/name' })).toMatch(
      /Value should be one of: replace, add, remove$/,
    );
  });

  it('are upgraded to another template, of which they take the version', async () => {
    const uuid = await create({
      cluster_template_id: 'k8s-v1.35',
      labels: { team: 'a' },
      merge_labels: true,
    });
    await until(uuid, 'CREATE_COMPLETE');
    await slipway.magnum('POST', `/clusters/${uuid}/actions/upgrade`, {
      cluster_template: 'k8s-v1.36',
      max_batch_size: 1,
    });
    const upgraded = await until(uuid, 'UPDATE_COMPLETE');
    expect(upgraded.body).toMatchObject({
      coe_version: 'v1.36.2',
      labels: { team: 'a', kube_tag: 'v1.36.2' },
    });
    expect(cloud.backend.orders.get(uuid)!.version).toBe('v1.36.2');
  });

  it('are listed in pages whose address is not to be trusted', async () => {
    const uuids = [
      await create({ name: 'b' }),
      await create({ name: 'a' }),
      await create({ name: 'c' }),
    ];
    const page = await slipway.magnum('GET', '/clusters?limit=2&sort_key=name');
    expect(page.body).toMatchObject({
      clusters: [{ name: 'a' }, { name: 'b' }],
    });
    const next = new URL(String(pick(page, 'next')));
    expect(next.host).not.toBe(new URL(cloud.openstack.url).host);
    expect(next.searchParams.get('marker')).toBe(uuids[0]);
    const rest = await slipway.magnum('GET', `/clusters${next.search}`);
    expect(rest.body).toMatchObject({ clusters: [{ name: 'c' }] });
    expect(rest.body).not.toHaveProperty('next');
    const detail = await slipway.magnum('GET', '/clusters/detail?limit=3');
    expect(pick(detail, 'next')).toContain('/v1/clusters/detail?');
    expect(pick(detail, 'clusters', 0)).toHaveProperty('api_address');
    expect(pick(page, 'clusters', 0)).not.toHaveProperty('api_address');
  });

  it.each([
    ['limit=0', 400, 'Limit must be positive'],
    ['limit=abc', 400, /unable to convert to int/],
    [
      'sort_key=nope',
      400,
      'The sort_key value "nope" is an invalid field for sorting',
    ],
    [
      'sort_dir=nope',
      400,
      "Invalid sort direction: nope. Acceptable values are 'asc' or 'desc'",
    ],
    ['marker=nope', 400, /Expected a uuid but received nope/],
    ['marker=dbfea34d-a60c-4b86-809d-7860585d7fff', 404, /could not be found/],
  ])('refuse to be listed by %s', async (query, status, detail) => {
    const answer = await slipway.magnum('GET', `/clusters?${query}`);
    expect(answer.status).toBe(status);
    expect(pick(answer, 'errors', 0, 'detail')).toMatch(detail);
  });

  it('are seen by their project and by administrators, changed by members', async () => {
    const uuid = await create();
    const [stranger, reader, admin] = await Promise.all([
      cloud.as('stranger', 'museum'),
      cloud.as('reader'),
      cloud.as('admin', 'admin'),
    ]);
    const path = `/clusters/${uuid}`;
    expect((await stranger.magnum('GET', path)).status).toBe(404);
    expect((await reader.magnum('GET', path)).status).toBe(200);
    expect((await admin.magnum('GET', path)).status).toBe(200);
    const refused = await reader.magnum('DELETE', path);
    expect(refused.status).toBe(403);
    expect(pick(refused, 'errors', 0, 'detail')).toBe(
      "Policy doesn't allow cluster:delete to be performed.",
    );
    expect((await reader.magnum('POST', '/clusters', order())).status).toBe(
      403,
    );
  });
});
