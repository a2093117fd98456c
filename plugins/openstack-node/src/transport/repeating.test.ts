import { ServerResponse } from 'node:http';
import { Clouds, isTransientOpenStackError, MagnumClient } from '..';
import { ManualClock } from '../__testUtils__/ManualClock';
import { Reply, ScriptedCloud } from '../__testUtils__/ScriptedCloud';

const GET = 'GET /container-infra/v1/clusters/one';
const POST = 'POST /container-infra/v1/clusters';
const CLUSTER = { uuid: 'u1', name: 'one' };
const body = { name: 'one', cluster_template_id: 't' };
const BEING_DESTROYED = {
  status: 400,
  body: {
    errors: [
      {
        status: 400,
        title: 'Invalid input for field/attribute master_count',
        detail:
          "Invalid input for field/attribute master_count. Value: '0'. Value should be greater or equal to 1",
      },
    ],
  },
};
const cut = (response: ServerResponse) => response.destroy();
const half = (response: ServerResponse) => {
  response.writeHead(200, { 'content-length': 100 });
  response.write('{"uuid":');
  response.socket?.end();
};

describe('what is repeated', () => {
  let server: ScriptedCloud;
  let clock: ManualClock;
  let clouds: Clouds;
  let magnum: MagnumClient;

  beforeEach(async () => {
    server = await ScriptedCloud.start();
    clock = ManualClock.create();
    clouds = Clouds.create([server.definition()], { clock });
    magnum = clouds.get().magnum;
  });
  afterEach(async () => {
    await clouds.close();
    await server.stop();
  });

  it.each<[string, Reply]>([
    ['while a cluster is destroyed', BEING_DESTROYED],
    ['while there are too many requests', { status: 429 }],
    ['without an answer of a proxy', { status: 502, body: '<html>' }],
    ['while it is away', { status: 503 }],
    ['while it is slow', { status: 504 }],
    ['after a lost connection', cut],
    ['after half an answer', half],
  ])('is a GET %s', async (_, reply) => {
    server.reply(GET, reply, reply, { body: CLUSTER });
    const found = magnum.getCluster('one');
    await clock.skip(250, 500);
    await expect(found).resolves.toEqual(CLUSTER);
    expect(server.count(GET)).toBe(3);
  });

  it.each<[string, Reply]>([
    ['while a cluster is destroyed', BEING_DESTROYED],
    ['while there are too many requests', { status: 429 }],
    ['while it is away', { status: 503, headers: { 'retry-after': '1' } }],
    ['after a lost connection', cut],
    ['after half an answer', half],
    ['after an error', { status: 500 }],
  ])('is never a POST %s', async (_, reply) => {
    server.reply(POST, reply, { status: 202, body: CLUSTER });
    await expect(magnum.createCluster(body)).rejects.toMatchObject({
      request: POST,
    });
    expect(server.count(POST)).toBe(1);
  });

  it.each([400, 403, 404, 409, 500])('is no GET after %d', async status => {
    server.reply(GET, { status, body: { error: 'no' } }, { body: CLUSTER });
    await expect(magnum.getCluster('one')).rejects.toMatchObject({ status });
  });

  it('would not be noticed on a connection that is used again', async () => {
    server.reply(GET, { body: CLUSTER });
    await magnum.getCluster('one');
    await magnum.getCluster('one');
    expect(server.requests.map(({ headers }) => headers.connection)).toEqual(
      server.requests.map(() => 'close'),
    );
  });

  it('is given up after a while', async () => {
    server.reply(GET, BEING_DESTROYED);
    const error = magnum.getCluster('one').catch(refused => refused);
    await clock.skip(250, 500, 1_000, 2_000);
    expect(isTransientOpenStackError(await error)).toBe(true);
    expect(await error).toMatchObject({ status: 400 });
    expect(server.count(GET)).toBe(5);
  });

  it('waits as long as it is told', async () => {
    server.reply(
      GET,
      { status: 503, headers: { 'retry-after': '7' } },
      {
        status: 429,
        headers: {
          date: 'Mon, 23 Nov 2026 07:00:00 GMT',
          'retry-after': 'Mon, 23 Nov 2026 07:00:11 GMT',
        },
      },
      { status: 503, headers: { 'retry-after': 'soon' } },
      { body: CLUSTER },
    );
    const found = magnum.getCluster('one');
    await clock.skip(7_000, 11_000, 1_000);
    await expect(found).resolves.toEqual(CLUSTER);
  });

  it('does not wait for hours', async () => {
    server.reply(GET, { status: 503, headers: { 'retry-after': '3600' } });
    await expect(magnum.getCluster('one')).rejects.toMatchObject({
      status: 503,
      transient: true,
    });
    expect(server.count(GET)).toBe(1);
  });

  it('ends waiting with the signal', async () => {
    server.reply(GET, { status: 503 });
    const stopping = new AbortController();
    const found = magnum.getCluster('one', { signal: stopping.signal });
    await server.asked(GET);
    stopping.abort(new Error('shutting down'));
    await expect(found).rejects.toThrow('shutting down');
  });

  it('ends a request with the signal', async () => {
    server.reply(GET, () => {});
    const stopping = new AbortController();
    const found = magnum.getCluster('one', { signal: stopping.signal });
    await server.asked(GET);
    stopping.abort(new Error('shutting down'));
    await expect(found).rejects.toThrow('shutting down');
    await expect(
      magnum.getCluster('one', { signal: stopping.signal }),
    ).rejects.toThrow('shutting down');
    expect(server.count(GET)).toBe(1);
  });

  it.each<[string, string, number, Reply]>([
    ['a read that hangs', GET, 30_000, () => {}],
    [
      'a read that stops in the middle',
      GET,
      30_000,
      response => response.writeHead(200).write('{'),
    ],
    ['a change that hangs', POST, 60_000, () => {}],
  ])('is not %s', async (_, route, milliseconds, reply) => {
    server.reply(route, reply);
    const error = (
      route === GET ? magnum.getCluster('one') : magnum.createCluster(body)
    ).catch(refused => refused);
    await server.asked(route);
    await clock.skip(milliseconds);
    expect(await error).toMatchObject({
      reason: `no answer within ${milliseconds / 1000} seconds`,
      status: undefined,
      transient: true,
    });
    expect(server.count(route)).toBe(1);
  });

  it('is a login that was cut off, but no answer that nobody gives', async () => {
    const LOGIN = 'POST /identity/v3/auth/tokens';
    server.reply(LOGIN, cut);
    const error = magnum.listClusters().catch(refused => refused);
    await clock.skip(250, 500, 1_000, 2_000);
    expect(await error).toMatchObject({ service: 'keystone', transient: true });
    expect(server.count(LOGIN)).toBe(5);
  });
});
