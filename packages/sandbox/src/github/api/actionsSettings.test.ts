import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import { AddressInfo } from 'node:net';
import sodium from 'libsodium-wrappers';
import { createApiClient } from '../testing/createApiClient';
import { startTestGitHub, TestGitHub } from '../testing/startTestGitHub';
import { RepositoryDispatchEvent } from '../types';

const PLATFORM = '/repos/acme/platform';

jest.setTimeout(60_000);

describe('REST: secrets, variables, webhooks, dispatches', () => {
  let test: TestGitHub;
  let receiver: http.Server;
  const received: { headers: http.IncomingHttpHeaders; body: string }[] = [];

  beforeAll(async () => {
    receiver = http.createServer(async (req, res) => {
      let body = '';
      for await (const chunk of req) {
        body += chunk;
      }
      received.push({ headers: req.headers, body });
      res.end();
      receiver.emit('received');
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const { port } = receiver.address() as AddressInfo;
    test = await startTestGitHub({
      webhooks: [{ url: `http://127.0.0.1:${port}/hook`, secret: 'shh' }],
    });
  });
  afterAll(async () => {
    await test.stop();
    receiver.closeAllConnections();
    await new Promise(resolve => receiver.close(resolve));
  });

  const as = (login?: string) => createApiClient(test.github, login);

  async function seal(path: string, value: string) {
    const { body } = await as('sandbox-admin')('GET', `${path}/public-key`);
    await sodium.ready;
    const sealed = sodium.crypto_box_seal(
      value,
      Buffer.from(body.key, 'base64'),
    );
    return {
      key_id: body.key_id,
      encrypted_value: Buffer.from(sealed).toString('base64'),
    };
  }

  it('keeps secrets that were sealed, and never answers them', async () => {
    const path = `${PLATFORM}/actions/secrets`;
    const call = as('sandbox-admin');
    const made = await call(
      'PUT',
      `${path}/DEPLOY`,
      await seal(path, 'geheim'),
    );
    expect(made.status).toBe(201);
    const platform = test.github.repositories.find('acme', 'platform')!;
    expect(test.github.secrets.forRepository(platform)).toEqual({
      DEPLOY: 'geheim',
    });
    for (const answer of [
      await call('GET', path),
      await call('GET', `${path}/DEPLOY`),
    ]) {
      expect(JSON.stringify(answer.body)).toContain('DEPLOY');
      expect(JSON.stringify(answer.body)).not.toContain('geheim');
    }
    const plain = await call('PUT', `${path}/OTHER`, {
      key_id: '568250167242549743',
      encrypted_value: 'geheim',
    });
    expect(plain.status).toBe(422);
    const reserved = await call(
      'PUT',
      `${path}/GITHUB_X`,
      await seal(path, 'x'),
    );
    expect(reserved.status).toBe(422);
    expect((await call('DELETE', `${path}/DEPLOY`)).status).toBe(204);
  });

  it('keeps secrets of the organisation for its owners', async () => {
    const path = '/orgs/acme/actions/secrets';
    const sealed = await seal(path, 'org');
    const made = await as('sandbox-admin')('PUT', `${path}/TOKEN`, sealed);
    expect(made.status).toBe(201);
    const refused = await as('developer')('PUT', `${path}/TOKEN`, sealed);
    expect(refused.status).toBe(403);
    const platform = test.github.repositories.find('acme', 'platform')!;
    expect(test.github.secrets.forRepository(platform).TOKEN).toBe('org');
  });

  it('keeps variables', async () => {
    const path = `${PLATFORM}/actions/variables`;
    const call = as('sandbox-admin');
    const variable = { name: 'COLOUR', value: 'red' };
    expect((await call('POST', path, variable)).status).toBe(201);
    expect((await call('POST', path, variable)).status).toBe(409);
    await call('PATCH', `${path}/COLOUR`, { value: 'blue' });
    expect((await call('GET', `${path}/COLOUR`)).body.value).toBe('blue');
    expect((await call('GET', path)).body.total_count).toBe(1);
  });

  it('tells webhooks, signed', async () => {
    received.length = 0;
    const dispatches: RepositoryDispatchEvent[] = [];
    test.github.events.on('repository_dispatch', event =>
      dispatches.push(event),
    );
    const arrived = once(receiver, 'received');
    const sent = await as('slipway-bot')('POST', `${PLATFORM}/dispatches`, {
      event_type: 'slipway-deploy',
      client_payload: { service: 'shop' },
    });
    expect(sent.status).toBe(204);
    expect(dispatches).toMatchObject([
      { eventType: 'slipway-deploy', clientPayload: { service: 'shop' } },
    ]);
    await arrived;
    const [{ headers, body }] = received;
    expect(headers['x-github-event']).toBe('repository_dispatch');
    expect(headers['x-hub-signature-256']).toBe(
      `sha256=${createHmac('sha256', 'shh').update(body).digest('hex')}`,
    );
    expect(JSON.parse(body)).toMatchObject({
      action: 'slipway-deploy',
      client_payload: { service: 'shop' },
      repository: { full_name: 'acme/platform' },
      sender: { login: 'slipway-bot' },
    });
  });

  it('refuses dispatches of readers and bad payloads', async () => {
    const outsider = await as()('POST', `${PLATFORM}/dispatches`, {
      event_type: 'x',
    });
    expect(outsider.status).toBe(401);
    const bad = await as('slipway-bot')('POST', `${PLATFORM}/dispatches`, {
      event_type: 'x',
      client_payload: 'text',
    });
    expect(bad.status).toBe(422);
  });

  it('lets repositories have webhooks of their own, on this machine', async () => {
    const call = as('sandbox-admin');
    const path = `${PLATFORM}/hooks`;
    const elsewhere = await call('POST', path, {
      config: { url: 'https://example.com/hook' },
    });
    expect(elsewhere.status).toBe(422);
    const { port } = receiver.address() as AddressInfo;
    const made = await call('POST', path, {
      config: {
        url: `http://localhost:${port}/own`,
        content_type: 'json',
        secret: 'own-secret',
      },
      events: ['push'],
    });
    expect(made.status).toBe(201);
    expect(made.body.config.secret).toBe('********');
    const hooks = await call('GET', path);
    expect(hooks.body).toHaveLength(1);
    expect((await call('DELETE', `${path}/${made.body.id}`)).status).toBe(204);
  });

  it('keeps check runs of commits', async () => {
    const call = as('sandbox-admin');
    const commits = await call('GET', `${PLATFORM}/commits`);
    const sha = commits.body[0].sha;
    const made = await call('POST', `${PLATFORM}/check-runs`, {
      name: 'build',
      head_sha: sha,
      status: 'in_progress',
    });
    expect(made.status).toBe(201);
    const done = await call('PATCH', `${PLATFORM}/check-runs/${made.body.id}`, {
      conclusion: 'success',
    });
    expect(done.body).toMatchObject({
      status: 'completed',
      conclusion: 'success',
    });
    const runs = await call('GET', `${PLATFORM}/commits/${sha}/check-runs`);
    expect(runs.body.total_count).toBe(1);
  });
});
