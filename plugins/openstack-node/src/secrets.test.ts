import { inspect } from 'node:util';
import { CloudCredential, Cloud, Clouds } from '.';
import {
  Reply,
  ScriptedCloud,
  SeenRequest,
} from './__testUtils__/ScriptedCloud';
import { tokenBody } from './__testUtils__/tokenBody';

const PASSWORD = 'songbird-"password"&with/everything';
const SECRET = 'songbird-application-secret';
const GIVEN = 'songbird-given-token';
const TOKEN = 'songbird-issued-token';
const LOGIN = 'POST /identity/v3/auth/tokens';
const LOOK = 'GET /identity/v3/auth/tokens';
const BASE = '/container-infra/v1';

const user = { name: 'slipway', domainId: 'default' };
const project = { name: 'acme', domainId: 'default' };
const credentials: CloudCredential[] = [
  { type: 'password', user, password: PASSWORD, project },
  {
    type: 'application-credential',
    credential: { id: 'app' },
    secret: SECRET,
  },
  { type: 'token', token: GIVEN, project },
  { type: 'token', token: GIVEN },
];

/** Services that repeat whatever they were sent, in every manner. */
const echoes: [string, (seen: SeenRequest) => Exclude<Reply, Function>][] = [
  [
    'JSON',
    seen => ({ status: 400, body: { error: { message: textOf(seen) } } }),
  ],
  ['text', seen => ({ status: 500, body: textOf(seen) })],
  ['a page', seen => ({ status: 502, body: `<h1>${textOf(seen)}</h1>` })],
  [
    'a long text',
    seen => ({ status: 500, body: 'x'.repeat(490) + textOf(seen) }),
  ],
  ['half an answer', seen => ({ status: 200, body: `{"a":${textOf(seen)}` })],
  [
    'a place',
    seen => ({
      status: 302,
      headers: {
        location: `http://there/${encodeURIComponent(textOf(seen))}`,
      },
    }),
  ],
  ['a refusal', seen => ({ status: 401, body: { error: textOf(seen) } })],
];

function textOf({ headers, body }: SeenRequest): string {
  return JSON.stringify({
    token: headers['x-auth-token'],
    subject: headers['x-subject-token'],
    body,
    said: JSON.stringify(body),
  });
}

describe('secrets', () => {
  let server: ScriptedCloud;
  let clouds: Clouds;

  beforeEach(async () => {
    server = await ScriptedCloud.start();
    server.reply(LOGIN, {
      status: 201,
      headers: { 'x-subject-token': TOKEN },
      body: tokenBody(server.url),
    });
    server.reply(LOOK, { body: tokenBody(server.url) });
  });
  afterEach(async () => {
    await clouds.close();
    await server.stop();
  });

  function connect(credential: CloudCredential): Cloud {
    // Nothing is to be waited for here.
    const clock = {
      now: () => 0,
      sleep: async (ms: number, signal?: AbortSignal) =>
        ms >= 30_000
          ? new Promise<void>((_, reject) =>
              signal?.addEventListener('abort', () => reject(signal.reason)),
            )
          : undefined,
    };
    clouds = Clouds.create([server.definition({ credential })], { clock });
    return clouds.get();
  }

  function expectNothingIn(thing: unknown) {
    const error = thing as Error;
    const told = [
      String(error),
      error.message,
      error.stack,
      JSON.stringify(thing),
      JSON.stringify(thing, Object.getOwnPropertyNames(thing)),
      inspect(thing, { depth: 20, showHidden: true }),
    ].join('\n');
    expect(told).not.toContain('songbird');
    expect(told).not.toContain(encodeURIComponent(PASSWORD));
    expect(told).not.toContain(JSON.stringify(PASSWORD).slice(1, -1));
  }

  describe.each(credentials)('of a %j', credential => {
    it.each(echoes)(
      'are in no error when Keystone says %s',
      async (_, echo) => {
        const reply: Reply = (response, seen) => {
          const { status, headers, body } = echo(seen);
          response.writeHead(status!, headers);
          response.end(typeof body === 'string' ? body : JSON.stringify(body));
        };
        server.reply(LOGIN, reply);
        server.reply(LOOK, reply);
        const error = await connect(credential)
          .project()
          .catch(refused => refused);
        expect(error).toHaveProperty('name', 'OpenStackError');
        expectNothingIn(error);
      },
    );

    it.each(echoes)('are in no error when Magnum says %s', async (_, echo) => {
      const reply: Reply = (response, seen) => {
        const { status, headers, body } = echo(seen);
        response.writeHead(status!, headers);
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      };
      server.reply(`GET ${BASE}/clusters/one`, reply);
      server.reply(`POST ${BASE}/clusters`, reply);
      const { magnum } = connect(credential);
      const errors = [
        await magnum.getCluster('one').catch(refused => refused),
        await magnum
          .createCluster({ name: 'one', cluster_template_id: 't' })
          .catch(refused => refused),
      ];
      errors.forEach(error => {
        expect(error).toHaveProperty('name', 'OpenStackError');
        expectNothingIn(error);
      });
    });

    it('are in nothing when a cloud is looked at', async () => {
      const cloud = connect(credential);
      await expect(cloud.project()).resolves.toMatchObject({ id: 'project-1' });
      expectNothingIn(cloud);
      expectNothingIn(clouds);
    });
  });
});
