import {
  Clouds,
  isNotFound,
  isTransientOpenStackError,
  MagnumClient,
} from '..';
import { ScriptedCloud } from '../__testUtils__/ScriptedCloud';

const GET = 'GET /container-infra/v1/clusters/one';
const POST = 'POST /container-infra/v1/clusters';
const body = { name: 'one', cluster_template_id: 't' };

describe('what services refuse', () => {
  let server: ScriptedCloud;
  let clouds: Clouds;
  let magnum: MagnumClient;

  beforeEach(async () => {
    server = await ScriptedCloud.start();
    clouds = Clouds.create([server.definition()]);
    magnum = clouds.get().magnum;
  });
  afterEach(async () => {
    await clouds.close();
    await server.stop();
  });

  it.each<[string, number, unknown, string]>([
    [
      'Magnum',
      403,
      {
        errors: [
          {
            request_id: '',
            code: 'client',
            status: 403,
            title: 'Resource limit exceeded: 1',
            detail: 'Resource limit exceeded: 1. You may delete a cluster.',
            links: [],
          },
        ],
      },
      'Resource limit exceeded: 1. You may delete a cluster.',
    ],
    [
      'Magnum, twice',
      400,
      { errors: [{ detail: 'One.' }, { title: 'Two' }, { detail: 'One.' }] },
      'One.; Two',
    ],
    [
      'Magnum, without words',
      404,
      { errors: [{ status: 404, title: '', detail: '' }] },
      'Not Found',
    ],
    [
      'Keystone',
      403,
      { error: { code: 403, title: 'Forbidden', message: 'You may not.' } },
      'You may not.',
    ],
    ['somebody', 400, { error: 'bad thing' }, 'bad thing'],
    [
      'WSME',
      500,
      { debuginfo: null, faultcode: 'Server', faultstring: 'It broke' },
      'It broke',
    ],
    [
      'Nova',
      404,
      { itemNotFound: { code: 404, message: 'Flavor not found.' } },
      'Flavor not found.',
    ],
    [
      'Neutron',
      409,
      { NeutronError: { type: 'InUse', message: 'It is used.', detail: '' } },
      'It is used.',
    ],
    [
      'a proxy',
      500,
      '<html>\r\n<head><title>500 Internal\nServer Error</title></head></html>',
      'a web page came instead of an answer: 500 Internal Server Error',
    ],
    [
      'a proxy without title',
      500,
      '<!DOCTYPE html><p>sorry',
      'a web page came instead of an answer',
    ],
    ['a text', 500, 'upstream connect error\n', 'upstream connect error'],
    ['a list', 500, [1, 2], 'Internal Server Error'],
    ['half of JSON', 500, '{"errors": [{"det', '{"errors": [{"det'],
    ['nothing', 500, '', 'Internal Server Error'],
    ['forged lines', 400, { error: 'a\nb\u001b[31m' }, 'a b [31m'],
    [
      'deep JSON',
      400,
      `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
      'Bad Request',
    ],
  ])('has the words of %s', async (_, status, answer, reason) => {
    server.reply(POST, { status, body: answer });
    const error = await magnum.createCluster(body).catch(refused => refused);
    expect(error).toMatchObject({
      name: 'OpenStackError',
      cloud: 'acme',
      service: 'magnum',
      request: POST,
      status,
      requestId: 'req-scripted',
      reason,
    });
    // Magnum has words for what does not exist.
    expect(isTransientOpenStackError(error)).toBe(
      status >= 500 || status === 404,
    );
    expect(server.count(POST)).toBe(1);
  });

  it.each<[string, unknown, boolean]>([
    [
      'Magnum',
      { errors: [{ detail: 'Cluster one could not be found.' }] },
      true,
    ],
    ['Magnum, of a place', { errors: [{ title: '', detail: '' }] }, false],
    ['a gateway', { message: 'no Route matched with those values' }, false],
    ['a proxy', '<html><title>404 Not Found</title></html>', false],
    ['another proxy', 'default backend - 404', false],
  ])('does not take a 404 of %s for a deletion', async (_, answer, gone) => {
    server.reply(GET, { status: 404, body: answer });
    const error = await magnum.getCluster('one').catch(refused => refused);
    expect(isNotFound(error)).toBe(gone);
    expect(isTransientOpenStackError(error)).toBe(!gone);
  });

  it('does not quote at length', async () => {
    server.reply(POST, { status: 500, body: 'x'.repeat(10 * 1024 * 1024) });
    const error = await magnum.createCluster(body).catch(refused => refused);
    expect(error.reason).toHaveLength(501);
  });

  it('does not take any text for a request id', async () => {
    server.reply(POST, {
      status: 400,
      headers: { 'x-openstack-request-id': 'a b' },
      body: { error: 'no' },
    });
    await expect(magnum.createCluster(body)).rejects.toThrow(
      `Magnum of cloud acme: no (${POST}, status 400)`,
    );
  });

  it.each<[string, string, RegExp]>([
    ['a page', '<html><h1>Sign in</h1>', /a web page came .*: Sign in$/],
    ['half an answer', '{"uuid": "u1", "na', /is not the JSON .*: \{"uuid/],
    ['text', 'ok', /is not the JSON that was expected: ok$/],
    ['nothing', '', /the answer is empty$/],
    ['a list', '[{"uuid":"u1","name":"one"}]', /no object with uuid, name$/],
    ['a number', '7', /no object with uuid, name$/],
    ['null', 'null', /no object with uuid, name$/],
    ['something else', '{"uuid":"u1"}', /no object with uuid, name$/],
  ])('does not take %s for a cluster', async (_, text, reason) => {
    server.reply(GET, { body: text });
    await expect(magnum.getCluster('one')).rejects.toMatchObject({
      status: 200,
      reason: expect.stringMatching(reason),
    });
  });

  it('takes JSON under a wrong content type', async () => {
    server.reply(GET, {
      headers: { 'content-type': 'text/html' },
      body: '{"uuid":"u1","name":"one"}',
    });
    await expect(magnum.getCluster('one')).resolves.toMatchObject({
      uuid: 'u1',
    });
  });

  it.each([
    { clusters: {} },
    { clusters: [1] },
    { clusters: [{ uuid: 'u1' }] },
    [],
    {},
  ])('does not take %j for a list', async answer => {
    server.reply('GET /container-infra/v1/clusters/detail', { body: answer });
    await expect(magnum.listClusters()).rejects.toThrow('no list of clusters');
  });

  it('does not read an answer without end', async () => {
    server.reply(GET, { body: `"${'x'.repeat(10 * 1024 * 1024)}"` });
    const error = await magnum.getCluster('one').catch(refused => refused);
    expect(error.reason).toBe('the answer is larger than 8 MiB');
    expect(isTransientOpenStackError(error)).toBe(false);
    expect(server.count(GET)).toBe(1);
  });
});
