import { CloudClient } from '../testing/CloudClient';
import { pick } from '../testing/pick';
import { startTestCloud, TestCloud } from '../testing/startTestCloud';

describe('node groups', () => {
  let cloud: TestCloud;
  let slipway: CloudClient;
  let cluster: string;

  const until = (status: string) =>
    cloud.until(
      () => slipway.magnum('GET', cluster),
      answer => pick(answer, 'status') === status,
    );

  beforeEach(async () => {
    cloud = await startTestCloud();
    slipway = cloud.slipway;
    const created = await slipway.magnum('POST', '/clusters', {
      name: 'team-a',
      cluster_template_id: 'k8s-v1.36',
    });
    cluster = `/clusters/${pick(created, 'uuid')}`;
    await until('CREATE_COMPLETE');
  });

  afterEach(() => cloud.stop());

  const groups = `/nodegroups`;
  const ask = (method: string, path: string, body?: unknown) =>
    slipway.magnum(method, cluster + groups + path, body);

  it('come, grow and go', async () => {
    const made = await ask('POST', '', {
      name: 'gpu',
      node_count: 1,
      max_node_count: 3,
      flavor_id: 'm1.large',
      role: 'gpu',
      merge_labels: true,
      labels: { x: 'y' },
      node_labels: { disk: 'ssd' },
    });
    expect(made.status).toBe(202);
    expect(made.body).toMatchObject({
      name: 'gpu',
      max_node_count: 3,
      labels: { x: 'y', kube_tag: 'v1.36.2' },
      labels_added: { x: 'y' },
      node_labels: { disk: 'ssd' },
    });
    const whole = await until('UPDATE_COMPLETE');
    expect(pick(whole, 'node_count')).toBe(2);
    const [order] = cloud.backend.orders.values();
    expect(order.nodeGroups[2]).toMatchObject({
      name: 'gpu',
      role: 'gpu',
      flavor: 'm1.large',
      nodeLabels: { disk: 'ssd' },
    });

    const patched = await ask('PATCH', '/gpu', [
      { op: 'replace', path: '/max_node_count', value: 5 },
    ]);
    expect(patched.status).toBe(202);
    await slipway.magnum('POST', `${cluster}/actions/resize`, {
      node_count: 4,
      nodegroup: 'gpu',
    });
    await until('UPDATE_COMPLETE');
    expect((await ask('GET', '/gpu')).body).toMatchObject({
      node_count: 4,
      max_node_count: 5,
      status_reason: 'Stack UPDATE completed successfully',
    });
    const list = await ask('GET', '?role=gpu');
    expect(pick(list, 'nodegroups')).toHaveLength(1);
    expect(pick(list, 'nodegroups', 0)).not.toHaveProperty('status_reason');

    expect((await ask('DELETE', '/gpu')).status).toBe(204);
    await cloud.until(
      () => ask('GET', '/gpu'),
      ({ status }) => status === 404,
    );
    expect(pick(await until('UPDATE_COMPLETE'), 'node_count')).toBe(1);
  });

  it('fail alone', async () => {
    await ask('POST', '', { name: 'huge', flavor_id: 'm1.xlarge' });
    const failed = await until('UPDATE_FAILED');
    expect(failed.body).toMatchObject({
      status_reason: 'huge failed',
      faults: { huge: expect.stringContaining('No valid host was found') },
    });
    expect((await ask('GET', '/default-worker')).body).toMatchObject({
      status: 'CREATE_COMPLETE',
    });
    await ask('DELETE', '/huge');
    await until('UPDATE_COMPLETE');
  });

  it.each([
    [
      { name: 'default-worker' },
      409,
      'A node group with name default-worker already exists in the cluster team-a.',
    ],
    [
      { name: 'g', role: 'master' },
      400,
      'Creating master nodegroups is currently not supported.',
    ],
    [
      { name: 'g', node_count: 5, max_node_count: 2 },
      409,
      'max_node_count for g is invalid (node_count (5) should be less or equal to max_node_count (2)).',
    ],
    [
      { name: 'g', min_node_count: 3 },
      409,
      'min_node_count for g is invalid (min_node_count (3) should be less or equal to node_count (1)).',
    ],
    [
      { name: 'g', min_node_count: 3, max_node_count: 2 },
      409,
      'max_node_count for g is invalid (min_node_count (3) should be less or equal to max_node_count (2)).',
    ],
    [{}, 500, "Field `name' cannot be None"],
  ])('are refused as %j', async (body, status, detail) => {
    const answer = await ask('POST', '', body);
    expect(answer.status).toBe(status);
    expect(pick(answer, 'errors', 0, 'detail')).toBe(detail);
  });

  it('have names that stay and defaults that stay', async () => {
    const detail = async (method: string, path: string, body?: unknown) =>
      pick(await ask(method, path, body), 'errors', 0, 'detail');
    expect(await detail('DELETE', '/default-worker')).toBe(
      'Deleting a default nodegroup is not supported.',
    );
    expect(
      await detail('PATCH', '/default-worker', [
        { op: 'replace', path: '/name', value: 'b' },
      ]),
    ).toBe("'/name' is an internal attribute and can not be updated");
    expect(await detail('GET', '/nope')).toBe(
      'Nodegroup nope could not be found.',
    );
  });
});
