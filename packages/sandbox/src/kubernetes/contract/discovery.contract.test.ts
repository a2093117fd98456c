import { ContractClient } from './ContractClient';
import { configMap } from './fixtures';

const AGGREGATED =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
const TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io';

describe('discovery and representations', () => {
  let api: ContractClient;
  let ns: string;
  beforeAll(async () => {
    api = await ContractClient.open();
    ns = await api.namespace();
  });
  afterAll(() => api.close());

  it('lists versions, groups and kinds', async () => {
    expect((await api.get('/api')).body).toMatchObject({
      kind: 'APIVersions',
      versions: ['v1'],
    });
    const groups = await api.get('/apis');
    expect(groups.body.kind).toBe('APIGroupList');
    expect(groups.body.groups).toEqual(
      expect.arrayContaining([
        {
          name: 'apps',
          versions: [{ groupVersion: 'apps/v1', version: 'v1' }],
          preferredVersion: { groupVersion: 'apps/v1', version: 'v1' },
        },
      ]),
    );
    const core = await api.get('/api/v1');
    expect(core.body).toMatchObject({
      kind: 'APIResourceList',
      groupVersion: 'v1',
    });
    expect(core.body.resources).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'pods',
          singularName: 'pod',
          namespaced: true,
          kind: 'Pod',
          shortNames: ['po'],
          categories: ['all'],
        }),
        expect.objectContaining({ name: 'pods/log', kind: 'Pod' }),
      ]),
    );
  });

  it('tells everything at once', async () => {
    const { headers, body } = await api.get('/apis', { accept: AGGREGATED });
    expect(headers['content-type']).toBe(AGGREGATED);
    expect(body).toMatchObject({
      kind: 'APIGroupDiscoveryList',
      apiVersion: 'apidiscovery.k8s.io/v2',
    });
    const apps = body.items.find(
      (one: { metadata: { name: string } }) => one.metadata.name === 'apps',
    );
    expect(apps.versions[0]).toMatchObject({
      version: 'v1',
      freshness: 'Current',
      resources: expect.arrayContaining([
        expect.objectContaining({
          resource: 'deployments',
          responseKind: { group: '', version: '', kind: 'Deployment' },
          scope: 'Namespaced',
          singularResource: 'deployment',
          shortNames: ['deploy'],
          categories: ['all'],
        }),
      ]),
    });
  });

  it('offers OpenAPI', async () => {
    const { body } = await api.get('/openapi/v3');
    const { serverRelativeURL } = JSON.parse(body).paths['apis/apps/v1'];
    const document = await api.get(serverRelativeURL);
    expect(document.body.components.schemas).toHaveProperty([
      'io.k8s.api.apps.v1.Deployment',
    ]);
  });

  it('does not know what is not there', async () => {
    expect(await api.get('/apis/none.example.dev/v1/things')).toMatchObject({
      status: 404,
      body: '404 page not found\n',
    });
    expect(await api.get('/api/v1/things')).toMatchObject({
      status: 404,
      body: {
        reason: 'NotFound',
        message: 'the server could not find the requested resource',
        details: {},
      },
    });
    expect(
      await api.post(
        '/api/v1/nodes/x/proxy/y/../z',
        {},
        { contentType: 'x/y' },
      ),
    ).toMatchObject({ status: expect.any(Number) });
    expect(await api.put(`/api/v1/namespaces/${ns}/pods`, {})).toMatchObject({
      status: 405,
      body: {
        reason: 'MethodNotAllowed',
        message:
          'the server does not allow this method on the requested resource',
      },
    });
    expect(
      await api.get(`/api/v1/namespaces/${ns}/pods`, { accept: 'text/html' }),
    ).toMatchObject({ status: 406, body: { reason: 'NotAcceptable' } });
    expect(
      await api.post(`/api/v1/namespaces/${ns}/pods`, 'x', {
        contentType: 'text/plain',
      }),
    ).toMatchObject({
      status: 415,
      body: { reason: 'UnsupportedMediaType' },
    });
  });

  it('refuses bodies beyond 3 MB', async () => {
    const data = { big: 'x'.repeat(3 * 1024 * 1024) };
    expect(
      await api.post(
        `/api/v1/namespaces/${ns}/configmaps`,
        configMap('big', { data }),
      ),
    ).toMatchObject({
      status: 413,
      body: {
        reason: 'RequestEntityTooLarge',
        message: 'Request entity too large: limit is 3145728',
      },
    });
  });

  it('prints tables', async () => {
    const pods = `/api/v1/namespaces/${ns}/pods`;
    await api.post(pods, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'p' },
      spec: {
        nodeName: 'nowhere',
        containers: [{ name: 'main', image: 'example/main' }],
      },
    });
    const { body } = await api.get(pods, { accept: TABLE });
    expect(body).toMatchObject({
      kind: 'Table',
      apiVersion: 'meta.k8s.io/v1',
      rows: [
        {
          cells: [
            'p',
            '0/1',
            'Pending',
            '0',
            expect.stringMatching(/^\d+s$/),
            '<none>',
            'nowhere',
            '<none>',
            '<none>',
          ],
          object: {
            kind: 'PartialObjectMetadata',
            apiVersion: 'meta.k8s.io/v1',
            metadata: { name: 'p' },
          },
        },
      ],
    });
    expect(body.columnDefinitions[0]).toMatchObject({
      name: 'Name',
      type: 'string',
      format: 'name',
      priority: 0,
    });
    await api.delete(`${pods}/p`, { gracePeriodSeconds: 0 });
    const bare = await api.get(`/api/v1/namespaces/${ns}/configmaps`, {
      accept:
        'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io',
    });
    expect(bare.body).toMatchObject({
      kind: 'PartialObjectMetadataList',
      items: [{ metadata: { name: 'kube-root-ca.crt' } }],
    });
    expect(bare.body.items[0]).not.toHaveProperty('data');
  });
});
