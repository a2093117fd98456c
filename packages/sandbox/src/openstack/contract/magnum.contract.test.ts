import { Answer } from '../testing/CloudClient';
import { pick } from '../testing/pick';
import { CloudTarget } from './CloudTarget';
import { order } from './order';
import { patchOf } from './refusals/patchOf';
import { Refusal } from './refusals/Refusal';
import { refusedChanges } from './refusals/refusedChanges';
import { refusedOrders } from './refusals/refusedOrders';
import { refusedQuestions } from './refusals/refusedQuestions';
import { refusedTemplates } from './refusals/refusedTemplates';

jest.setTimeout(180_000);

describe('Magnum', () => {
  const run = `contract-${process.pid}`;
  let target: CloudTarget;
  let words: Record<string, string>;

  const detailOf = (answer: Answer) => pick(answer, 'errors', 0, 'detail');

  /** The same with what is called differently in each cloud. */
  function fill<T>(value: T): T {
    const text = Object.entries(words).reduce(
      (filled, [word, own]) => filled.replaceAll(`<${word}>`, own),
      JSON.stringify(value),
    );
    return JSON.parse(text);
  }

  const ask = (
    method: string,
    path: string,
    body?: unknown,
    version?: string,
  ) =>
    target.magnum(
      method,
      fill(path),
      body === undefined ? undefined : fill(body),
      version,
    );

  async function until(path: string, isWanted: (answer: Answer) => boolean) {
    for (;;) {
      const answer = await ask('GET', path);
      if (isWanted(answer)) {
        return answer;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }

  const complete = (answer: Answer) =>
    String(pick(answer, 'status')).endsWith('_COMPLETE');

  beforeAll(async () => {
    target = await CloudTarget.open();
    words = { run, ...(await target.materials()) };
    const template = await ask('POST', '/clustertemplates', {
      name: '<run>',
      coe: 'kubernetes',
      image_id: '<image>',
      external_network_id: 'public',
      flavor_id: 'm1.medium',
      master_flavor_id: 'm1.medium',
      network_driver: 'calico',
      master_lb_enabled: true,
      labels: { kube_tag: 'v1.24.16-rancher1', mine: 'no' },
    });
    words.template = String(pick(template, 'uuid'));
    const cluster = await ask('POST', '/clusters', {
      name: '<run>',
      cluster_template_id: '<template>',
      keypair: '<keypair>',
      node_count: 2,
      labels: { mine: 'yes', team: 'a' },
      merge_labels: true,
    });
    words.cluster = String(pick(cluster, 'uuid'));
    await until('/clusters/<cluster>', complete);
  });

  afterAll(async () => {
    await ask('DELETE', '/clusters/<cluster>');
    await until('/clusters/<cluster>', ({ status }) => status === 404);
    await ask('DELETE', '/clustertemplates/<template>');
    await target.close();
  });

  it.each<Refusal>([
    ...refusedOrders,
    ...refusedChanges,
    ...refusedTemplates,
    ...refusedQuestions,
  ])('refuses %s %s %j', async (method, path, body, status, detail) => {
    const answer = await ask(method, path, body);
    expect(answer.status).toBe(status);
    expect(detailOf(answer)).toContain(detail);
    expect(Object.keys(pick(answer, 'errors', 0) as object).sort()).toEqual([
      'code',
      'detail',
      'links',
      'request_id',
      'status',
      'title',
    ]);
    expect(answer.headers.get('x-openstack-request-id')).toMatch(/^req-/);
  });

  it('cuts titles at the first full stop, even in a name', async () => {
    const answer = await ask('GET', '/clusters/a.b');
    expect(pick(answer, 'errors', 0, 'title')).toBe('Cluster a');
    expect(detailOf(answer)).toBe('Cluster a.b could not be found.');
  });

  it('refuses versions it does not have, with or without a word', async () => {
    const tooNew = await ask('GET', '/clusters', undefined, '1.99');
    expect(tooNew.status).toBe(406);
    expect(pick(tooNew, 'errors', 0)).toMatchObject({
      code: 'magnum.microversion-unsupported',
      min_version: '1.1',
      title: 'Requested microversion is unsupported',
    });
    for (const [version, path] of [
      ['abc', '/clusters'],
      ['1.8', '/clusters/x/nodegroups'],
    ]) {
      const answer = await ask('GET', path, undefined, version);
      expect(answer.status).toBe(406);
      expect(pick(answer, 'errors', 0, 'title')).toBe('');
      expect(answer.headers.has('openstack-api-version')).toBe(false);
    }
  });

  const keysOf = (answer: Answer, ...path: (string | number)[]) =>
    Object.keys(pick(answer, ...path) as object).sort();
  const SUMMARY = [
    ...['cluster_template_id', 'create_timeout', 'docker_volume_size'],
    ...['flavor_id', 'health_status', 'keypair', 'labels', 'links'],
    ...['master_count', 'master_flavor_id', 'merge_labels', 'name'],
    ...['node_count', 'stack_id', 'status', 'uuid'],
  ];

  it('lists clusters short and in detail', async () => {
    const list = await ask('GET', '/clusters?limit=1');
    expect(keysOf(list, 'clusters', 0)).toEqual(SUMMARY);
    expect(pick(list, 'next')).toMatch(
      /^http.*\/v1\/clusters\?sort_key=id&sort_dir=asc&limit=1&marker=[0-9a-f-]{36}$/,
    );
    const whole = [
      ...SUMMARY,
      ...['api_address', 'coe_version', 'container_version', 'created_at'],
      ...['discovery_url', 'fixed_network', 'fixed_subnet'],
      ...['floating_ip_enabled', 'health_status_reason', 'labels_added'],
      ...['labels_overridden', 'labels_skipped', 'master_addresses'],
      ...['master_lb_enabled', 'node_addresses', 'project_id'],
      ...['status_reason', 'updated_at', 'user_id'],
    ].sort();
    const one = await ask('GET', '/clusters/<cluster>');
    expect(keysOf(one)).toEqual(whole);
    const detail = await ask('GET', '/clusters/detail');
    expect(keysOf(detail, 'clusters', 0)).toEqual(
      expect.arrayContaining(['api_address', 'created_at', 'status_reason']),
    );
  });

  it('says how labels differ from the template', async () => {
    const { body } = await ask('GET', '/clusters/<cluster>');
    expect(body).toMatchObject({
      labels: { kube_tag: 'v1.24.16-rancher1', mine: 'yes', team: 'a' },
      labels_added: { team: 'a' },
      labels_overridden: { mine: 'no' },
      labels_skipped: {},
      merge_labels: false,
      status: expect.stringMatching(/_COMPLETE$/),
      status_reason: null,
      node_addresses: ['10.0.0.20', '10.0.0.21'],
      master_addresses: ['10.0.0.10'],
      created_at: expect.stringMatching(/\.\d{6}\+00:00$/),
    });
  });

  it('has two node groups at first, and says less of them in a list', async () => {
    const list = await ask('GET', '/clusters/<cluster>/nodegroups');
    expect(keysOf(list, 'nodegroups', 0)).toEqual([
      ...['flavor_id', 'image_id', 'is_default', 'max_node_count'],
      ...['merge_labels', 'min_node_count', 'name', 'node_count', 'role'],
      ...['stack_id', 'status', 'uuid'],
    ]);
    expect(list.body).toMatchObject({
      nodegroups: [
        { name: 'default-master', role: 'master', node_count: 1 },
        { name: 'default-worker', role: 'worker', node_count: 2 },
      ],
    });
    const worker = await ask(
      'GET',
      '/clusters/<cluster>/nodegroups/default-worker',
    );
    expect(worker.body).toMatchObject({
      cluster_id: words.cluster,
      status_reason: expect.stringMatching(
        /^Stack \w+ completed successfully$/,
      ),
      version: null,
      labels_added: {},
    });
  });

  it('answers a new node group before it knows what becomes of it', async () => {
    const made = await ask('POST', '/clusters/<cluster>/nodegroups', {
      name: 'extra',
      max_node_count: 3,
      merge_labels: true,
      labels: { only: 'here' },
    });
    expect(made.status).toBe(202);
    expect(made.body).not.toHaveProperty('status');
    expect(made.body).toMatchObject({ max_node_count: 3, node_count: 1 });
    await until('/clusters/<cluster>', complete);
    const extra = '/clusters/<cluster>/nodegroups/extra';
    expect((await ask('GET', extra)).body).toMatchObject({
      status: 'CREATE_COMPLETE',
      max_node_count: 3,
      labels_added: { only: 'here' },
    });
    expect(pick(await ask('GET', '/clusters/<cluster>'), 'node_count')).toBe(3);
    const patched = await ask('PATCH', extra, patchOf('/max_node_count', 5));
    expect(patched.status).toBe(202);
    expect((await ask('DELETE', extra)).status).toBe(204);
    await until(extra, ({ status }) => status === 404);
    await until('/clusters/<cluster>', complete);
  });

  it('does one thing at a time, but resizes always', async () => {
    const rotated = await ask('PATCH', '/certificates/<cluster>');
    expect(rotated.status).toBe(202);
    await until(
      '/clusters/<cluster>',
      answer => pick(answer, 'status') === 'UPDATE_IN_PROGRESS',
    );
    expect(detailOf(await ask('PATCH', '/certificates/<cluster>'))).toBe(
      'Updating a cluster when status is "UPDATE_IN_PROGRESS" is not supported.',
    );
    const upgrade = await ask('POST', '/clusters/<cluster>/actions/upgrade', {
      cluster_template: '<run>',
      max_batch_size: 1,
    });
    expect(detailOf(upgrade)).toBe(
      'Upgrading a cluster when status is "UPDATE_IN_PROGRESS" is not supported.',
    );
    const resize = await ask('POST', '/clusters/<cluster>/actions/resize', {
      node_count: 2,
    });
    expect(resize.status).toBe(202);
    await until('/clusters/<cluster>', complete);
  });

  it('does not decide between clusters of one name', async () => {
    const second = await ask('POST', '/clusters', { ...order, name: '<run>' });
    expect(second.status).toBe(202);
    words.second = String(pick(second, 'uuid'));
    await until('/clusters/<second>', ({ status }) => status === 200);
    const answer = await ask('GET', '/clusters/<run>');
    expect(answer.status).toBe(409);
    expect(detailOf(answer)).toBe(
      'Multiple clusters exist with same name. Please use the cluster uuid instead.',
    );
    await until('/clusters/<second>', complete);
    await ask('DELETE', '/clusters/<second>');
    await until('/clusters/<second>', ({ status }) => status === 404);
  });
});
