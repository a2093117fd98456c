import { ContractClient } from './ContractClient';

const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const REVIEWS = '/apis/authorization.k8s.io/v1';

// A real cluster forgets a token late.
jest.setTimeout(30_000);

describe('access', () => {
  let api: ContractClient;
  let ns: string;
  let token: string;
  let user: string;
  beforeAll(async () => {
    api = await ContractClient.open();
    ns = await api.namespace();
    user = `system:serviceaccount:${ns}:default`;
    const { body } = await api.post(
      `/api/v1/namespaces/${ns}/serviceaccounts/default/token`,
      { spec: { expirationSeconds: 3600 } },
    );
    token = body.status.token;
  });
  afterAll(() => api.close());

  it('needs somebody', async () => {
    expect(await api.get('/api/v1/pods', { token: 'wrong' })).toMatchObject({
      status: 401,
      body: {
        kind: 'Status',
        status: 'Failure',
        message: 'Unauthorized',
        reason: 'Unauthorized',
        code: 401,
      },
    });
    expect(await api.get('/api/v1/pods', { token: '' })).toMatchObject({
      status: 403,
      body: {
        message:
          'pods is forbidden: User "system:anonymous" cannot list resource "pods" in API group "" at the cluster scope',
      },
    });
    expect(await api.get('/', { token: '' })).toMatchObject({
      status: 403,
      body: {
        message: 'forbidden: User "system:anonymous" cannot get path "/"',
        details: {},
      },
    });
    expect((await api.get('/readyz', { token: '' })).body).toBe('ok');
    expect((await api.get('/version', { token: '' })).body).toMatchObject({
      major: '1',
      gitVersion: expect.stringMatching(/^v1\./),
    });
  });

  it('follows roles and bindings', async () => {
    const pods = `/api/v1/namespaces/${ns}/pods`;
    const secrets = `/api/v1/namespaces/${ns}/secrets`;
    const refused = await api.get(pods, { token });
    expect(refused).toMatchObject({
      status: 403,
      body: {
        reason: 'Forbidden',
        message: `pods is forbidden: User "${user}" cannot list resource "pods" in API group "" in the namespace "${ns}"`,
        details: { kind: 'pods' },
      },
    });
    expect(
      await api.get(`/apis/apps/v1/namespaces/${ns}/deployments/web/scale`, {
        token,
      }),
    ).toMatchObject({
      status: 403,
      body: {
        message: `deployments.apps "web" is forbidden: User "${user}" cannot get resource "deployments/scale" in API group "apps" in the namespace "${ns}"`,
        details: { name: 'web', group: 'apps', kind: 'deployments' },
      },
    });
    await api.post(`${RBAC}/namespaces/${ns}/rolebindings`, {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'view' },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'view',
      },
      subjects: [{ kind: 'ServiceAccount', name: 'default', namespace: ns }],
    });
    const deadline = Date.now() + 5000;
    let allowed = await api.get(pods, { token });
    while (allowed.status === 403 && Date.now() < deadline) {
      allowed = await api.get(pods, { token });
    }
    expect(allowed.status).toBe(200);
    expect((await api.get(secrets, { token })).status).toBe(403);
    expect((await api.get('/api/v1/pods', { token })).status).toBe(403);
  });

  it('can be asked about', async () => {
    const can = async (attributes: object, as?: string) =>
      (
        await api.post(
          `${REVIEWS}/selfsubjectaccessreviews`,
          {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: { resourceAttributes: attributes },
          },
          as === undefined ? {} : { token: as },
        )
      ).body.status;
    const anything = { verb: '*', group: '*', resource: '*' };
    expect(await can(anything)).toMatchObject({ allowed: true });
    expect(await can(anything, token)).toMatchObject({ allowed: false });

    const self = await api.post(
      '/apis/authentication.k8s.io/v1/selfsubjectreviews',
      { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' },
      { token },
    );
    expect(self.body.status.userInfo).toMatchObject({
      username: user,
      groups: [
        'system:serviceaccounts',
        `system:serviceaccounts:${ns}`,
        'system:authenticated',
      ],
    });
    const rules = await api.post(
      `${REVIEWS}/selfsubjectrulesreviews`,
      {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectRulesReview',
        spec: { namespace: ns },
      },
      { token },
    );
    expect(rules.body.status.resourceRules).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          resources: expect.arrayContaining(['selfsubjectaccessreviews']),
        }),
      ]),
    );
    const review = await api.post(
      '/apis/authentication.k8s.io/v1/tokenreviews',
      {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenReview',
        spec: { token },
      },
    );
    expect(review.body.status).toMatchObject({
      authenticated: true,
      user: { username: user },
    });
  });

  it('comes with the Secret of a service account', async () => {
    const secrets = `/api/v1/namespaces/${ns}/secrets`;
    await api.post(secrets, {
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'kubernetes.io/service-account-token',
      metadata: {
        name: 'token',
        annotations: { 'kubernetes.io/service-account.name': 'default' },
      },
    });
    const { body } = await api.until(
      `${secrets}/token`,
      answer => answer.body.data?.token !== undefined,
    );
    expect(Object.keys(body.data).sort()).toEqual([
      'ca.crt',
      'namespace',
      'token',
    ]);
    expect(
      body.metadata.annotations['kubernetes.io/service-account.uid'],
    ).toBeDefined();
    const own = Buffer.from(body.data.token, 'base64').toString();
    expect(
      (await api.get(`/api/v1/namespaces/${ns}/pods`, { token: own })).status,
    ).not.toBe(401);
    await api.delete(`${secrets}/token`);
    // A real server believes a token for some seconds more.
    await api.until(
      `/api/v1/namespaces/${ns}/pods`,
      ({ status }) => status === 401,
      { token: own },
    );
  });

  it('can be lent to another name', async () => {
    expect(
      await api.get('/api/v1/nodes', {
        headers: { 'impersonate-user': 'eve' },
      }),
    ).toMatchObject({
      status: 403,
      body: {
        message:
          'nodes is forbidden: User "eve" cannot list resource "nodes" in API group "" at the cluster scope',
      },
    });
    expect(
      await api.get('/api/v1/namespaces/default', {
        headers: { 'impersonate-user': 'eve' },
      }),
    ).toMatchObject({
      status: 403,
      body: {
        message:
          'namespaces "default" is forbidden: User "eve" cannot get resource "namespaces" in API group "" in the namespace "default"',
      },
    });
  });
});
