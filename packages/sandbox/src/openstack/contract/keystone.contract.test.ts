import { Answer } from '../testing/CloudClient';
import { pick } from '../testing/pick';
import { CloudTarget, loginOf } from './CloudTarget';

jest.setTimeout(60_000);

describe('Keystone', () => {
  let target: CloudTarget;

  beforeAll(async () => {
    target = await CloudTarget.open();
  });
  afterAll(() => target.close());

  const tokens = (body: unknown) =>
    target.keystone('POST', '/auth/tokens', { body, token: '' });
  const messageOf = (answer: Answer) => pick(answer, 'error', 'message');
  const userId = async () =>
    String(pick(await tokens(loginOf(target.access)), 'token', 'user', 'id'));

  it('gives a token with a catalogue', async () => {
    const answer = await tokens(loginOf(target.access));
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-subject-token')!.length).toBeGreaterThan(150);
    expect(answer.body).toEqual({
      token: {
        methods: ['password'],
        user: {
          domain: { id: 'default', name: 'Default' },
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          name: target.access.user,
          password_expires_at: null,
        },
        audit_ids: [expect.any(String)],
        expires_at: expect.stringMatching(/^\d{4}-.*\.\d{6}Z$/),
        issued_at: expect.stringMatching(/^\d{4}-.*\.\d{6}Z$/),
        project: {
          domain: { id: 'default', name: 'Default' },
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          name: target.access.project,
        },
        is_domain: false,
        roles: expect.arrayContaining([
          { id: expect.any(String), name: 'member' },
          { id: expect.any(String), name: 'reader' },
        ]),
        catalog: expect.arrayContaining([
          expect.objectContaining({
            type: 'container-infra',
            name: 'magnum',
            endpoints: expect.arrayContaining([
              {
                id: expect.any(String),
                interface: 'public',
                region_id: target.access.region,
                region: target.access.region,
                url: expect.stringMatching(/^http.*\/v1$/),
              },
            ]),
          }),
        ]),
      },
    });
  });

  it('says which versions there are', async () => {
    const version = await target.keystone('GET', '', { token: '' });
    expect(version.body).toMatchObject({
      version: { id: 'v3.14', status: 'stable' },
    });
    const root = await fetch(target.access.authUrl.replace(/v3$/, ''));
    expect(root.status).toBe(300);
  });

  it.each(['password', 'project'] as const)(
    'says of a wrong %s only that it takes a right one',
    async field => {
      const answer = await tokens(
        loginOf({ ...target.access, [field]: 'wrong' }),
      );
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual({
        error: {
          code: 401,
          message: 'The request you have made requires authentication.',
          title: 'Unauthorized',
        },
      });
      expect(answer.headers.get('www-authenticate')).toMatch(/^Keystone uri="/);
    },
  );

  it('refuses what is no request for a token', async () => {
    const nothing = await tokens({});
    expect(nothing.status).toBe(400);
    expect(messageOf(nothing)).toBe(
      'Expecting to find auth in request body. The server could not comply with the request since it is either malformed or otherwise incorrect. The client is assumed to be in error.',
    );
    const half = await tokens({ auth: {} });
    expect(half.status).toBe(400);
    expect(messageOf(half)).toMatch(/^'identity' is a required property/);
    const unknown = await tokens({
      auth: { identity: { methods: ['nope'] } },
    });
    expect(messageOf(unknown)).toMatch(/^Expecting to find nope in identity/);
  });

  it('validates, rescopes and revokes tokens', async () => {
    const made = await tokens(loginOf(target.access));
    const subject = made.headers.get('x-subject-token')!;
    const validate = (of: string | undefined) =>
      target.keystone('GET', '/auth/tokens?nocatalog', { subject: of });
    const valid = await validate(subject);
    expect(valid.status).toBe(200);
    expect(pick(valid, 'token')).not.toHaveProperty('catalog');
    expect(messageOf(await validate(undefined))).toBe(
      'You are not authorized to perform the requested action: identity:validate_token.',
    );
    expect((await validate('nonsense')).status).toBe(404);
    const rescoped = await tokens({
      auth: {
        identity: { methods: ['token'], token: { id: subject } },
        scope: loginOf(target.access).auth.scope,
      },
    });
    // A set, in an order of each process' own.
    const methods = pick(rescoped, 'token', 'methods') as string[];
    expect(methods.sort()).toEqual(['password', 'token']);
    const revoked = await target.keystone('DELETE', '/auth/tokens', {
      token: subject,
      subject,
    });
    expect(revoked.status).toBe(204);
    const after = await target.keystone('GET', '/auth/projects', {
      token: subject,
    });
    expect(after.status).toBe(401);
  });

  it('knows whose projects are whose', async () => {
    const projects = await target.keystone('GET', '/auth/projects');
    expect(projects.body).toMatchObject({
      projects: [{ name: target.access.project, domain_id: 'default' }],
    });
    expect((await target.keystone('GET', '/projects/x')).status).not.toBe(200);
    const nowhere = await target.keystone('GET', '/nope');
    expect(nowhere.status).toBe(404);
    expect(nowhere.body).toContain('<h1>Not Found</h1>');
  });

  it('gives application credentials that reach no further', async () => {
    const path = `/users/${await userId()}/application_credentials`;
    const name = `contract-${process.pid}`;
    const create = (fields: object, token?: string) =>
      target.keystone('POST', path, {
        body: { application_credential: fields },
        token,
      });
    const made = await create({ name });
    expect(made.status).toBe(201);
    const { id, secret } = pick(made, 'application_credential') as {
      id: string;
      secret: string;
    };
    try {
      expect(messageOf(await create({ name }))).toBe(
        `Conflict occurred attempting to store application_credential - Duplicate entry found with name ${name}.`,
      );
      expect(
        messageOf(await create({ name: 'x', roles: [{ name: 'admin' }] })),
      ).toBe(
        'Invalid application credential: Cannot create an application credential with unassigned role',
      );
      const identity = {
        methods: ['application_credential'],
        application_credential: { id, secret },
      };
      const login = await tokens({ auth: { identity } });
      expect(pick(login, 'token', 'application_credential')).toEqual({
        id,
        name,
        restricted: true,
      });
      const { scope } = loginOf(target.access).auth;
      const scoped = await tokens({ auth: { identity, scope } });
      expect(scoped.status).toBe(401);
      expect(messageOf(scoped)).toBe(
        'Error authenticating with application credential: Application credentials cannot request a scope.',
      );
      const token = login.headers.get('x-subject-token')!;
      expect(messageOf(await create({ name: 'y' }, token))).toMatch(
        /Using method 'application_credential' is not allowed/,
      );
      const rescoped = await tokens({
        auth: { identity: { methods: ['token'], token: { id: token } }, scope },
      });
      expect(rescoped.status).toBe(403);
      expect(messageOf(rescoped)).toMatch(
        /Using a delegated token to create another token is not allowed/,
      );
    } finally {
      const gone = await target.keystone('DELETE', `${path}/${id}`);
      expect(gone.status).toBe(204);
    }
  });
});
