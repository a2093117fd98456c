import { pick } from '../testing/pick';
import { startTestCloud, TestCloud } from '../testing/startTestCloud';

describe('microversions of Magnum', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await startTestCloud();
  });

  afterAll(() => cloud.stop());

  it('are said at the root, without a token', async () => {
    const root = await fetch(`${cloud.openstack.url}/container-infra/`);
    expect(await root.json()).toMatchObject({
      versions: [
        {
          id: 'v1',
          status: 'CURRENT',
          min_version: '1.1',
          max_version: '1.14',
        },
      ],
    });
  });

  it.each([
    ['', '1.1'],
    ['1.10', '1.10'],
    ['latest', '1.14'],
  ])('"%s" is answered as %s', async (asked, used) => {
    const { headers } = await cloud.slipway
      .at(asked)
      .magnum('GET', '/clusters');
    expect(headers.get('openstack-api-version')).toBe(
      `container-infra ${used}`,
    );
    expect(headers.get('openstack-api-maximum-version')).toBe(
      'container-infra 1.14',
    );
    expect(headers.get('vary')).toBe('OpenStack-API-Version');
  });

  it.each(['1.99', '2.1', '1.0'])(
    '%s is too much or too little',
    async asked => {
      const answer = await cloud.slipway.at(asked).magnum('GET', '/clusters');
      expect(answer.status).toBe(406);
      expect(answer.body).toEqual({
        errors: [
          expect.objectContaining({
            code: 'magnum.microversion-unsupported',
            min_version: '1.1',
            max_version: '1.14',
          }),
        ],
      });
    },
  );

  it.each([
    ['abc', 'GET', '/clusters'],
    ['1.8', 'GET', '/clusters/x/nodegroups'],
    ['1.6', 'POST', '/clusters/x/actions/resize'],
    ['1.7', 'POST', '/clusters/x/actions/upgrade'],
    ['1.11', 'PATCH', '/credentials/x'],
  ])('%s knows no %s %s', async (asked, method, path) => {
    const answer = await cloud.slipway
      .at(asked)
      .magnum(method, path, method === 'GET' ? undefined : {});
    expect(answer.status).toBe(406);
    expect(answer.body).toEqual({
      errors: [
        {
          request_id: '',
          code: '',
          status: 406,
          title: '',
          detail: '',
          links: [],
        },
      ],
    });
  });

  it('change what an answer holds', async () => {
    const created = await cloud.slipway.magnum('POST', '/clusters', {
      name: 'versions',
      cluster_template_id: 'k8s-v1.36',
    });
    const path = `/clusters/${pick(created, 'uuid')}`;
    const at = async (version: string, below = '') =>
      (await cloud.slipway.at(version).magnum('GET', path + below)).body;
    expect(await at('1.12')).toHaveProperty('stack_id');
    expect(await at('1.12')).not.toHaveProperty('cluster_id');
    expect(await at('1.13')).toHaveProperty('cluster_id');
    const group = '/nodegroups/default-worker';
    expect(await at('1.14', group)).toMatchObject({
      node_labels: {},
      node_taints: [],
    });
    expect(await at('1.13', group)).not.toHaveProperty('node_labels');
  });

  it('before 1.10 know no group without nodes', async () => {
    const answer = await cloud.slipway.at('1.9').magnum('POST', '/clusters', {
      name: 'none',
      cluster_template_id: 'k8s-v1.36',
      node_count: 0,
    });
    expect(pick(answer, 'errors', 0, 'detail')).toBe(
      'Resizing a nodegroup to zero is not supported in the provided microversion.',
    );
  });
});
