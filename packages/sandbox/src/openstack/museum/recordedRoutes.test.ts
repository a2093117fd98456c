import { pick } from '../testing/pick';
import { startTestCloud, TestCloud } from '../testing/startTestCloud';
import { RecordedCloud } from '../types';

const CLUSTER = {
  uuid: 'a83da40c-d461-5975-923a-152a2a8b0764',
  name: 'team-orders',
  project_id: '921e3375c12beb9d7f1fdfd8b5bb0469',
  status: 'CREATE_FAILED',
};

const RECORDS: RecordedCloud = {
  cloud: 'cloud-a',
  clusters: [CLUSTER],
  nodegroups: { [CLUSTER.uuid]: [{ uuid: 'group', name: 'default-master' }] },
  clustertemplates: [{ uuid: 'template', name: 'k8s-v1.36' }],
  quotas: { [CLUSTER.project_id]: { hard_limit: 7 } },
  stats: { [CLUSTER.project_id]: { clusters: 2, nodes: 13 } },
};

describe('a recorded cloud', () => {
  let cloud: TestCloud;

  beforeEach(async () => {
    cloud = await startTestCloud();
  });

  afterEach(() => cloud.stop());

  it('is read, not written, by the users of its project', async () => {
    cloud.openstack.setRecords('museum', RECORDS);
    const visitor = await cloud.as('stranger', 'museum');
    const projects = await visitor.ask('GET', '/identity/v3/auth/projects');
    const id = pick(projects, 'projects', 0, 'id');
    expect(id).toBe(CLUSTER.project_id);
    const read = async (path: string) =>
      (await visitor.magnum('GET', path)).body;
    expect(await read('/clusters/detail')).toEqual({ clusters: [CLUSTER] });
    expect(await read(`/clusters/${CLUSTER.uuid}`)).toEqual(CLUSTER);
    expect(await read('/clusters/team-orders/nodegroups')).toMatchObject({
      nodegroups: [{ uuid: 'group' }],
    });
    expect(
      await read('/clusters/team-orders/nodegroups/default-master'),
    ).toMatchObject({ uuid: 'group' });
    expect(await read('/clustertemplates/detail')).toMatchObject({
      clustertemplates: [{ name: 'k8s-v1.36' }],
    });
    expect(await read(`/quotas/${id}/Cluster`)).toEqual({ hard_limit: 7 });
    expect(await read(`/stats?project_id=${id}&type=cluster`)).toEqual({
      clusters: 2,
      nodes: 13,
    });
    expect((await visitor.magnum('GET', '/clusters/nope')).status).toBe(404);
    expect((await visitor.magnum('DELETE', '/clusters/x')).status).toBe(403);
    expect((await cloud.slipway.magnum('GET', '/clusters')).body).toEqual({
      clusters: [],
    });

    cloud.openstack.setRecords('museum', undefined);
    const after = await cloud.as('stranger', 'museum');
    expect((await after.magnum('GET', '/clusters')).body).toEqual({
      clusters: [],
    });
  });

  it('is out of order as it was, once it has been read', async () => {
    cloud.openstack.setRecords('museum', {
      ...RECORDS,
      error: {
        request: 'GET /v1/clusters/detail',
        status: 503,
        message: '<html>503</html>',
      },
    });
    const visitor = await cloud.as('stranger', 'museum');
    expect((await visitor.magnum('GET', '/clusters/detail')).status).toBe(200);
    cloud.pass(6);
    const answer = await visitor.magnum('GET', '/clusters/detail');
    expect(answer.status).toBe(503);
    expect(answer.body).toBe('<html>503</html>');
    await cloud.as('stranger', 'museum');
  });

  it('gives no tokens when that is what was wrong', async () => {
    cloud.openstack.setRecords('museum', {
      ...RECORDS,
      error: {
        request: 'POST /v3/auth/tokens',
        status: 401,
        message: '{"error":{"code":401}}',
      },
    });
    const visitor = await cloud.as('stranger', 'museum');
    await visitor.magnum('GET', '/clusters/detail');
    cloud.pass(6);
    await expect(cloud.as('stranger', 'museum')).rejects.toThrow('401');
    await cloud.as('slipway');
  });
});
