import { CloudClient } from '../testing/CloudClient';
import { pick } from '../testing/pick';
import { PASSWORD, startTestCloud, TestCloud } from '../testing/startTestCloud';

describe('Keystone', () => {
  let cloud: TestCloud;
  let stranger: CloudClient;

  beforeEach(async () => {
    cloud = await startTestCloud();
    stranger = new CloudClient(cloud.openstack.url, '');
  });

  afterEach(() => cloud.stop());

  const TOKENS = '/identity/v3/auth/tokens';
  const UNAUTHORIZED = {
    error: {
      code: 401,
      message: 'The request you have made requires authentication.',
      title: 'Unauthorized',
    },
  };

  function byPassword(
    user: object,
    scope: unknown = { project: { name: 'acme', domain: { id: 'default' } } },
  ) {
    return stranger.ask('POST', TOKENS, {
      auth: { identity: { methods: ['password'], password: { user } }, scope },
    });
  }

  const slipway = {
    name: 'slipway',
    domain: { name: 'Default' },
    password: PASSWORD,
  };

  function byCredential(credential: object, more: object = {}) {
    return stranger.ask('POST', TOKENS, {
      auth: {
        identity: {
          methods: ['application_credential'],
          application_credential: credential,
        },
        ...more,
      },
    });
  }

  it('says which versions there are', async () => {
    const versions = await stranger.ask('GET', '/identity/');
    expect(versions.status).toBe(300);
    expect(pick(versions, 'versions', 'values', 0, 'id')).toBe('v3.14');
    const version = await stranger.ask('GET', '/identity/v3');
    expect(pick(version, 'version', 'links', 0, 'href')).toBe(
      `${cloud.openstack.authUrl}/`,
    );
    const nowhere = await stranger.ask('GET', '/identity/v2.0');
    expect(nowhere.status).toBe(404);
    expect(nowhere.body).toContain('<h1>Not Found</h1>');
  });

  it('gives a token for a password, with a catalogue', async () => {
    const answer = await byPassword(slipway);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-openstack-request-id')).toMatch(/^req-/);
    expect(answer.body).toMatchObject({
      token: {
        methods: ['password'],
        user: { name: 'slipway', domain: { id: 'default', name: 'Default' } },
        project: { name: 'acme' },
        roles: [{ name: 'member' }, { name: 'reader' }],
        expires_at: expect.stringMatching(/\.\d{6}Z$/),
      },
    });
    const catalog = pick(answer, 'token', 'catalog') as {
      type: string;
      endpoints: { url: string }[];
    }[];
    expect(
      catalog.find(({ type }) => type === 'container-infra')!.endpoints[0],
    ).toMatchObject({
      interface: 'public',
      region: 'RegionOne',
      url: `${cloud.openstack.url}/container-infra/v1`,
    });
  });

  it('answers the same to a wrong password, project and user', async () => {
    const answers = await Promise.all([
      byPassword({ ...slipway, password: 'wrong' }),
      byPassword({ ...slipway, name: 'nobody' }),
      byPassword({ ...slipway, domain: { id: 'other' } }),
      byPassword(slipway, {
        project: { name: 'nowhere', domain: { id: 'default' } },
      }),
      byPassword(slipway, {
        project: { name: 'museum', domain: { id: 'default' } },
      }),
    ]);
    for (const { status, body, headers } of answers) {
      expect(status).toBe(401);
      expect(body).toEqual(UNAUTHORIZED);
      expect(headers.get('www-authenticate')).toMatch(/^Keystone uri=/);
    }
  });

  it.each([
    [{}, /^Expecting to find auth in request body/],
    [{ auth: {} }, /^'identity' is a required property/],
    [
      { auth: { identity: { methods: ['totp'] } } },
      /^Expecting to find totp in identity/,
    ],
  ])('refuses %j', async (body, message) => {
    const answer = await stranger.ask('POST', TOKENS, body);
    expect(answer.status).toBe(400);
    expect(pick(answer, 'error', 'message')).toMatch(message);
  });

  it('ends tokens with their time, by revocation and all at once', async () => {
    const { slipway: client } = cloud;
    const works = async (asked: CloudClient) =>
      (await asked.magnum('GET', '/clusters')).status === 200;
    const revoked = await cloud.as('slipway');
    const gone = await fetch(cloud.openstack.url + TOKENS, {
      method: 'DELETE',
      headers: {
        'x-auth-token': client.token,
        'x-subject-token': revoked.token,
      },
    });
    expect(gone.status).toBe(204);
    expect(await works(revoked)).toBe(false);

    expect(await works(client)).toBe(true);
    cloud.pass(3601);
    expect(await works(client)).toBe(false);

    const next = await cloud.as('slipway');
    await cloud.restart();
    expect(await works(next)).toBe(true);
    cloud.openstack.expireTokens();
    const answer = await next.magnum('GET', '/clusters');
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({
      error: expect.objectContaining({ code: 401 }),
    });
  });

  it('validates tokens and rescopes them', async () => {
    const { slipway: client } = cloud;
    const validate = (subject: string, query = '') =>
      fetch(`${cloud.openstack.url}${TOKENS}${query}`, {
        headers: { 'x-auth-token': client.token, 'x-subject-token': subject },
      });
    const own = await validate(client.token, '?nocatalog');
    expect(own.status).toBe(200);
    expect((await own.json()).token.catalog).toBeUndefined();
    expect((await validate('nonsense')).status).toBe(404);
    expect((await client.ask('GET', TOKENS)).status).toBe(403);

    const rescoped = await stranger.ask('POST', TOKENS, {
      auth: {
        identity: { methods: ['token'], token: { id: client.token } },
        scope: { project: { name: 'acme', domain: { id: 'default' } } },
      },
    });
    expect(rescoped.status).toBe(201);
    expect(pick(rescoped, 'token', 'methods')).toEqual(['password', 'token']);
  });

  it('knows who has which projects', async () => {
    const { slipway: client } = cloud;
    const projects = await client.ask('GET', '/identity/v3/auth/projects');
    expect(projects.body).toMatchObject({ projects: [{ name: 'acme' }] });
    const catalog = await client.ask('GET', '/identity/v3/auth/catalog');
    expect(pick(catalog, 'catalog', 0, 'type')).toBe('identity');
    const regions = await client.ask('GET', '/identity/v3/regions');
    expect(pick(regions, 'regions', 0, 'id')).toBe('RegionOne');
    const nobody = await stranger.ask('GET', '/identity/v3/auth/projects');
    expect(nobody.body).toEqual(UNAUTHORIZED);
  });

  describe('application credentials', () => {
    let path: string;

    beforeEach(async () => {
      const token = await byPassword(slipway);
      path = `/identity/v3/users/${pick(
        token,
        'token',
        'user',
        'id',
      )}/application_credentials`;
    });

    async function create(fields: object) {
      const answer = await cloud.slipway.ask('POST', path, {
        application_credential: fields,
      });
      expect(answer.status).toBe(201);
      return {
        id: String(pick(answer, 'application_credential', 'id')),
        secret: String(pick(answer, 'application_credential', 'secret')),
      };
    }

    it('are made, listed, used and deleted', async () => {
      const credential = await create({ name: 'one', secret: 'known' });
      const again = await cloud.slipway.ask('POST', path, {
        application_credential: { name: 'one' },
      });
      expect(again.status).toBe(409);
      const listed = await cloud.slipway.ask('GET', path);
      expect(JSON.stringify(listed.body)).not.toContain('known');

      const answer = await byCredential(credential);
      expect(answer.body).toMatchObject({
        token: {
          methods: ['application_credential'],
          project: { name: 'acme' },
          application_credential: { name: 'one', restricted: true },
        },
      });
      const client = new CloudClient(
        cloud.openstack.url,
        answer.headers.get('x-subject-token')!,
      );
      expect((await client.magnum('GET', '/clusters')).status).toBe(200);
      const further = await client.ask('POST', path, {
        application_credential: { name: 'two' },
      });
      expect(further.status).toBe(403);

      const rescoped = await stranger.ask('POST', TOKENS, {
        auth: { identity: { methods: ['token'], token: { id: client.token } } },
      });
      expect(rescoped.status).toBe(403);

      await cloud.slipway.ask('DELETE', `${path}/${credential.id}`);
      expect((await client.magnum('GET', '/clusters')).status).toBe(401);
      expect((await byCredential(credential)).status).toBe(401);
    });

    it('take no scope and a name only with its owner', async () => {
      const { id, secret } = await create({ name: 'named' });
      expect(
        (
          await byCredential(
            { id, secret },
            { scope: { project: { name: 'acme' } } },
          )
        ).status,
      ).toBe(401);
      const { password, ...user } = slipway;
      expect((await byCredential({ name: 'named', user, secret })).status).toBe(
        201,
      );
      expect((await byCredential({ id, secret: password })).status).toBe(401);
    });

    it('reach no further than their rules and their time', async () => {
      const expiresAt = new Date(Date.now() + 60_000)
        .toISOString()
        .slice(0, 19);
      const credential = await create({
        name: 'read',
        expires_at: expiresAt,
        access_rules: [
          { service: 'container-infra', method: 'GET', path: '/v1/**' },
        ],
      });
      const answer = await byCredential(credential);
      // Keystone prints this one without a zone.
      expect(pick(answer, 'token', 'expires_at')).toBe(expiresAt);
      const client = new CloudClient(
        cloud.openstack.url,
        answer.headers.get('x-subject-token')!,
      );
      const status = async (method: string, asked: string) =>
        (await client.ask(method, asked)).status;
      expect(await status('GET', '/container-infra/v1/clusters?limit=2')).toBe(
        200,
      );
      expect(await status('DELETE', '/container-infra/v1/clusters/x')).toBe(
        401,
      );
      expect(await status('GET', '/compute/v2.1/flavors')).toBe(401);
      cloud.pass(61);
      expect(await status('GET', '/container-infra/v1/clusters')).toBe(401);
      expect((await byCredential(credential)).status).toBe(401);
    });

    it('have no role that their owner lacks', async () => {
      const answer = await cloud.slipway.ask('POST', path, {
        application_credential: { name: 'more', roles: [{ name: 'admin' }] },
      });
      expect(answer.status).toBe(400);
      const { id, secret } = await create({
        name: 'less',
        roles: [{ name: 'reader' }],
      });
      const token = await byCredential({ id, secret });
      expect(token.body).toMatchObject({
        token: { roles: [{ name: 'reader' }] },
      });
    });
  });
});
