import { CloudClient } from '../testing/CloudClient';
import { pick } from '../testing/pick';
import { startTestCloud, TestCloud } from '../testing/startTestCloud';

const IMAGE = 'fedora-coreos-43-kube-v1.36';

describe('cluster templates, quotas and counts', () => {
  let cloud: TestCloud;
  let slipway: CloudClient;
  let admin: CloudClient;

  beforeEach(async () => {
    cloud = await startTestCloud();
    slipway = cloud.slipway;
    admin = await cloud.as('admin', 'admin');
  });

  afterEach(() => cloud.stop());

  const detailOf = (answer: Parameters<typeof pick>[0]) =>
    pick(answer, 'errors', 0, 'detail');

  it('has the two public templates of the operator', async () => {
    const list = await slipway.magnum('GET', '/clustertemplates');
    expect(list.body).toMatchObject({
      clustertemplates: [
        { name: 'k8s-v1.35', public: true, cluster_distro: 'fedora-coreos' },
        { name: 'k8s-v1.36', labels: { kube_tag: 'v1.36.2' } },
      ],
    });
    const refused = await slipway.magnum(
      'DELETE',
      '/clustertemplates/k8s-v1.35',
    );
    expect(refused.status).toBe(403);
  });

  it('makes, renames and deletes one, as long as nothing uses it', async () => {
    const made = await slipway.magnum('POST', '/clustertemplates', {
      name: 'own',
      coe: 'kubernetes',
      image_id: IMAGE,
      external_network_id: 'public',
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      network_driver: 'flannel',
      server_type: 'vm',
      floating_ip_enabled: true,
      labels: null,
    });
    const path = `/clustertemplates/${pick(made, 'uuid')}`;
    await slipway.magnum('POST', '/clusters', {
      name: 'user',
      cluster_template_id: 'own',
    });
    const patch = (field: string, value: unknown) =>
      slipway.magnum('PATCH', path, [
        { op: 'replace', path: `/${field}`, value },
      ]);
    expect(pick(await patch('name', 'renamed'), 'name')).toBe('renamed');
    const inUse = `ClusterTemplate ${pick(
      made,
      'uuid',
    )} is referenced by one or multiple clusters.`;
    expect(detailOf(await patch('dns_nameserver', '9.9.9.9'))).toBe(inUse);
    expect(detailOf(await slipway.magnum('DELETE', path))).toBe(inUse);

    await slipway.magnum('DELETE', '/clusters/user');
    await cloud.until(
      () => slipway.magnum('DELETE', path),
      ({ status }) => status === 204,
    );
    expect((await slipway.magnum('GET', path)).status).toBe(404);
  });

  it.each([
    [
      {},
      400,
      "Invalid input for field/attribute image_id. Value: 'None'. Mandatory field missing.",
    ],
    [
      { image_id: 'nope' },
      400,
      'Cluster type (vm, Unset, kubernetes) not supported.',
    ],
    [
      { image_id: 'ubuntu-24.04' },
      400,
      'Cluster type (vm, None, kubernetes) not supported.',
    ],
    [
      { image_id: IMAGE, coe: 'swarm' },
      400,
      'Cluster type (vm, fedora-coreos, swarm) not supported.',
    ],
    [
      { image_id: IMAGE, external_network_id: 'nonet' },
      400,
      'Unable to find external network nonet.',
    ],
    [
      { image_id: IMAGE, flavor_id: 'nofl' },
      400,
      'Unable to find flavor nofl.',
    ],
    [
      { image_id: IMAGE, network_driver: 'nope' },
      400,
      'Network driver type nope is not supported, expecting a flannel/calico/unspecified network driver.',
    ],
    [
      { image_id: IMAGE, server_type: 'nope' },
      400,
      "Invalid input for field/attribute server_type. Value: 'nope'. Value should be one of: bm, vm",
    ],
    [
      { image_id: IMAGE, public: true },
      403,
      'Not authorized to set public or hidden flag for cluster template.',
    ],
  ])('refuses %j', async (body, status, detail) => {
    const answer = await slipway.magnum('POST', '/clustertemplates', body);
    expect(answer.status).toBe(status);
    expect(detailOf(answer)).toBe(detail);
  });

  it('hides what an administrator hides', async () => {
    const path = '/clustertemplates/k8s-v1.35';
    const hidden = await admin.magnum('PATCH', path, [
      { op: 'replace', path: '/hidden', value: true },
    ]);
    expect(hidden.status).toBe(200);
    expect((await slipway.magnum('GET', path)).status).toBe(404);
    expect((await admin.magnum('GET', path)).status).toBe(200);
  });

  it('keeps to the quota of a project, which only administrators set', async () => {
    const projects = await slipway.ask('GET', '/identity/v3/auth/projects');
    const project = String(pick(projects, 'projects', 0, 'id'));
    const path = `/quotas/${project}/Cluster`;
    const body = { project_id: project, resource: 'Cluster', hard_limit: 1 };
    expect((await slipway.magnum('GET', path)).body).toEqual({
      hard_limit: 20,
      project_id: project,
      resource: 'Cluster',
    });
    expect((await slipway.magnum('POST', '/quotas', body)).status).toBe(403);
    expect((await admin.magnum('POST', '/quotas', body)).status).toBe(201);
    expect((await admin.magnum('POST', '/quotas', body)).status).toBe(409);
    expect((await slipway.magnum('GET', path)).body).toMatchObject({
      id: expect.any(Number),
      hard_limit: 1,
    });
    const order = { name: 'one', cluster_template_id: 'k8s-v1.36' };
    expect((await slipway.magnum('POST', '/clusters', order)).status).toBe(202);
    const over = await slipway.magnum('POST', '/clusters', order);
    expect(over.status).toBe(403);
    expect(detailOf(over)).toBe(
      'Resource limit exceeded: You have reached the maximum clusters per project, 1. You may delete a cluster to make room for a new one.',
    );
    const changed = await admin.magnum('PATCH', path, {
      ...body,
      hard_limit: 2,
    });
    expect(changed.status).toBe(202);
    expect(
      pick(await admin.magnum('GET', '/quotas?all_tenants=true'), 'quotas'),
    ).toHaveLength(1);
    expect(pick(await admin.magnum('GET', '/quotas'), 'quotas')).toEqual([]);
    expect((await admin.magnum('DELETE', path)).status).toBe(204);
    expect((await admin.magnum('DELETE', path)).status).toBe(404);
    expect(
      detailOf(
        await admin.magnum('POST', '/quotas', { ...body, project_id: 'x' }),
      ),
    ).toBe('The project_id x could not be found.');
  });

  it('counts clusters and nodes, masters among them', async () => {
    await slipway.magnum('POST', '/clusters', {
      name: 'counted',
      cluster_template_id: 'k8s-v1.36',
      master_count: 3,
      node_count: 2,
    });
    expect((await slipway.magnum('GET', '/stats')).body).toEqual({
      clusters: 1,
      nodes: 5,
    });
    const stranger = await cloud.as('stranger', 'museum');
    expect((await stranger.magnum('GET', '/stats')).body).toEqual({
      clusters: 0,
      nodes: 0,
    });
    expect(
      (await stranger.magnum('GET', '/stats?project_id=other')).status,
    ).toBe(403);
    expect(detailOf(await slipway.magnum('GET', '/stats?type=nope'))).toBe(
      "Invalid stats type. Allowed values are 'cluster'",
    );
    expect((await slipway.magnum('GET', '/mservices')).status).toBe(403);
    expect((await admin.magnum('GET', '/mservices')).body).toMatchObject({
      mservices: [{ binary: 'magnum-conductor', state: 'up' }],
    });
  });
});
