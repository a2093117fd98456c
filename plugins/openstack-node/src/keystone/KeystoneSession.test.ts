import { Clouds, CloudDefinition, isCredentialRefused } from '..';
import { ManualClock } from '../__testUtils__/ManualClock';
import { PASSWORD, ScriptedCloud } from '../__testUtils__/ScriptedCloud';
import { tokenBody } from '../__testUtils__/tokenBody';

const LOGIN = 'POST /identity/v3/auth/tokens';
const LOOK = 'GET /identity/v3/auth/tokens';
const STATS = 'GET /container-infra/v1/stats';
const HOUR = 3_600_000;
const UNAUTHORIZED = {
  status: 401,
  body: {
    error: {
      code: 401,
      title: 'Unauthorized',
      message: 'The request you have made requires authentication.',
    },
  },
};

describe('a session with Keystone', () => {
  let server: ScriptedCloud;
  let clock: ManualClock;
  let clouds: Clouds;

  beforeEach(async () => {
    server = await ScriptedCloud.start();
    server.reply(STATS, { body: { clusters: 1, nodes: 3 } });
    clock = ManualClock.create();
    clouds = Clouds.create([]);
  });
  afterEach(async () => {
    await clouds.close();
    await server.stop();
  });

  function connect(changes: Partial<CloudDefinition> = {}) {
    clouds = Clouds.create([server.definition(changes)], { clock });
    return clouds.get();
  }

  const loginWith = (lifeMs: number, changes = {}) => ({
    status: 201,
    headers: { 'x-subject-token': `lives-${lifeMs}` },
    body: tokenBody(server.url, {
      expires_at: new Date(Date.now() + lifeMs).toISOString(),
      ...changes,
    }),
  });

  const user = { name: 'slipway', domainName: 'Default' };
  const project = { name: 'acme', domainName: 'Default' };
  const domain = { name: 'Default' };
  it.each<[string, CloudDefinition['credential'], unknown]>([
    [
      'a password',
      { type: 'password', user, password: PASSWORD, project: { id: 'p1' } },
      {
        identity: {
          methods: ['password'],
          password: { user: { name: 'slipway', domain, password: PASSWORD } },
        },
        scope: { project: { id: 'p1' } },
      },
    ],
    [
      'an application credential by id',
      {
        type: 'application-credential',
        credential: { id: 'app-1' },
        secret: 'hush',
      },
      {
        identity: {
          methods: ['application_credential'],
          application_credential: { id: 'app-1', secret: 'hush' },
        },
      },
    ],
    [
      'an application credential by name',
      {
        type: 'application-credential',
        credential: { name: 'app', user },
        secret: 'hush',
      },
      {
        identity: {
          methods: ['application_credential'],
          application_credential: {
            name: 'app',
            user: { name: 'slipway', domain },
            secret: 'hush',
          },
        },
      },
    ],
    [
      'a token for another project',
      { type: 'token', token: 'given', project },
      {
        identity: { methods: ['token'], token: { id: 'given' } },
        scope: { project: { name: 'acme', domain } },
      },
    ],
  ])('logs in with %s', async (_, credential, auth) => {
    const cloud = connect({ credential });
    await expect(cloud.project()).resolves.toEqual({
      id: 'project-1',
      name: 'acme',
    });
    await expect(cloud.user()).resolves.toEqual({
      id: 'user-1',
      name: 'slipway',
    });
    expect(server.requests.map(({ route }) => route)).toEqual([LOGIN]);
    expect(server.requests[0].body).toEqual({ auth });
  });

  it('uses a token that cannot be exchanged as it is', async () => {
    server.reply(LOOK, { body: tokenBody(server.url) });
    const cloud = connect({ credential: { type: 'token', token: 'given' } });
    await cloud.magnum.getStats('project-1');
    expect(server.count(LOGIN)).toBe(0);
    expect(server.requests[0].headers).toMatchObject({
      'x-auth-token': 'given',
      'x-subject-token': 'given',
    });
    expect(server.requests.at(-1)?.headers['x-auth-token']).toBe('given');
  });

  it('logs in once for all who ask at the same time', async () => {
    const cloud = connect();
    await Promise.all(
      Array.from({ length: 20 }, () => cloud.magnum.getStats('project-1')),
    );
    expect(server.count(LOGIN)).toBe(1);
    expect(server.count('GET /container-infra/')).toBe(1);
    expect(server.count(STATS)).toBe(20);
  });

  it('does not fail for the others when one no longer wants it', async () => {
    let answer = () => {};
    server.reply(LOGIN, response => {
      answer = () => {
        response.writeHead(201, { 'x-subject-token': 'late' });
        response.end(JSON.stringify(tokenBody(server.url)));
      };
    });
    const cloud = connect();
    const leaving = new AbortController();
    const left = cloud.project({ signal: leaving.signal });
    const stays = cloud.project({ signal: new AbortController().signal });
    await server.asked(LOGIN);
    leaving.abort(new Error('changed my mind'));
    await expect(left).rejects.toThrow('changed my mind');
    answer();
    await expect(stays).resolves.toMatchObject({ id: 'project-1' });
    expect(server.count(LOGIN)).toBe(1);
  });

  it('ends a login that nobody wants any more', async () => {
    let closed = () => {};
    const ended = new Promise<void>(resolve => {
      closed = resolve;
    });
    server.reply(LOGIN, response => response.on('close', closed));
    const leaving = new AbortController();
    const left = connect().project({ signal: leaving.signal });
    await server.asked(LOGIN);
    leaving.abort(new Error('enough'));
    await expect(left).rejects.toThrow('enough');
    await ended;
  });

  it('renews at 80 % of the life', async () => {
    server.reply(LOGIN, loginWith(HOUR));
    const cloud = connect();
    await cloud.project();
    clock.advance(HOUR * 0.79);
    await cloud.project();
    expect(server.count(LOGIN)).toBe(1);
    clock.advance(HOUR * 0.02);
    await cloud.project();
    expect(server.count(LOGIN)).toBe(2);
  });

  it('goes on with a good token while Keystone is away', async () => {
    server.reply(LOGIN, loginWith(HOUR), {
      status: 500,
      body: { error: { code: 500, message: 'database is locked' } },
    });
    const cloud = connect();
    await cloud.project();
    clock.advance(HOUR * 0.9);
    await expect(cloud.project()).resolves.toMatchObject({ id: 'project-1' });
    await expect(cloud.project()).resolves.toMatchObject({ id: 'project-1' });
    expect(server.count(LOGIN)).toBe(2);
    clock.advance(HOUR * 0.2);
    await expect(cloud.project()).rejects.toThrow('database is locked');
  });

  it('renews once when a service refuses a token, also for changes', async () => {
    const CREATE = 'POST /container-infra/v1/clusters';
    server.reply(CREATE, UNAUTHORIZED, { status: 202, body: { uuid: 'c1' } });
    const cloud = connect();
    await expect(
      cloud.magnum.createCluster({ name: 'a', cluster_template_id: 't' }),
    ).resolves.toEqual({ uuid: 'c1' });
    const tokens = server.requests
      .filter(({ route }) => route === CREATE)
      .map(({ headers }) => headers['x-auth-token']);
    expect(tokens).toEqual(['token-number-1', 'token-number-2']);
  });

  it('says so when a fresh token is refused too', async () => {
    server.reply(STATS, UNAUTHORIZED);
    const error = await connect()
      .magnum.getStats('project-1')
      .catch(refused => refused);
    expect(isCredentialRefused(error)).toBe(true);
    expect(error.message).toBe(
      'Magnum of cloud acme: The request you have made requires authentication. (the token is fresh from Keystone; access rules of an application credential may not allow this) (GET /container-infra/v1/stats, status 401, request id req-scripted)',
    );
    expect(server.count(LOGIN)).toBe(2);
    expect(server.count(STATS)).toBe(2);
  });

  it.each<[CloudDefinition['credential'], string]>([
    [
      { type: 'password', user, password: 'no', project },
      'user, password, project or a domain is wrong',
    ],
    [
      {
        type: 'application-credential',
        credential: { id: 'app-1' },
        secret: 'no',
      },
      'the application credential or its secret is wrong, or it has expired',
    ],
    [
      { type: 'token', token: 'old', project },
      'the token is wrong or has expired: a new one has to be configured',
    ],
  ])('is clear about what Keystone refuses', async (credential, words) => {
    server.reply(LOGIN, UNAUTHORIZED);
    const error = await connect({ credential })
      .project()
      .catch(refused => refused);
    expect(isCredentialRefused(error)).toBe(true);
    expect(error).toMatchObject({
      service: 'keystone',
      request: LOGIN,
      requestId: 'req-scripted',
    });
    expect(error.message).toContain(words);
    expect(server.count(LOGIN)).toBe(1);
  });

  it.each([
    ['no token', { status: 201, body: {} }, 'the answer has no token'],
    [
      'no header',
      { status: 201, body: { token: { user: { id: 'u' } } } },
      'the answer has no token',
    ],
    [
      'no project',
      {
        status: 201,
        headers: { 'x-subject-token': 't' },
        body: { token: { user: { id: 'u', name: 'u' } } },
      },
      'the token is for no project: say which one',
    ],
    [
      'a page',
      { status: 200, body: '<html><title>Welcome</title></html>' },
      'a web page came instead of an answer: Welcome',
    ],
    [
      'another place',
      { status: 301, headers: { location: 'https://there/v3?a=b' }, body: '' },
      'it is said to be at https://there/v3 instead',
    ],
  ])('copes with %s', async (_, reply, words) => {
    server.reply(LOGIN, reply);
    await expect(connect().project()).rejects.toThrow(words);
  });

  it('tries again to log in when Keystone is busy', async () => {
    server.reply(
      LOGIN,
      { status: 503, headers: { 'retry-after': '3' } },
      loginWith(HOUR),
    );
    const project1 = connect().project();
    await clock.skip(3_000);
    await expect(project1).resolves.toMatchObject({ id: 'project-1' });
  });
});
