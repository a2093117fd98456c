import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import { after, before, test } from 'node:test';
import { BackstageApi } from '../lib/BackstageApi.ts';
import { eventually } from '../lib/eventually.ts';
import { processesOf } from '../lib/processesOf.ts';
import { requestService } from '../lib/requestService.ts';
import { startPlatform, type Platform } from '../lib/startPlatform.ts';

const HOST = 'lasting-dev.dev-1.localhost';

let platform: Platform;

before(async () => {
  platform = await startPlatform();
});

after(async () => {
  await platform?.stop();
});

const greeting = async () => {
  const { http } = platform.endpoints.proxy;
  const { status, body } = await requestService(HOST, http);
  assert.equal(status, 200);
  return body;
};

const noProcessLeft = (state: string) =>
  eventually(async () => assert.deepEqual(processesOf(state), []));

test('a killed starter leaves no process behind', async () => {
  const developer = await BackstageApi.signIn(platform.endpoints, 'developer');
  const { host } = new URL(platform.endpoints.github.web);
  const id = await developer.startTemplate('web-service', {
    name: 'lasting',
    owner: 'group:default/storefront',
    description: 'Outlives its platform',
    runtime: 'node',
    repoUrl: `${host}?owner=acme&repo=lasting`,
  });
  const { status, log } = await developer.waitForTask(id);
  assert.equal(status, 'completed', log);
  assert.equal(await greeting(), 'Hello from lasting\n');

  await platform.end('SIGKILL');
  await noProcessLeft(platform.state);
});

test('the next start has the same addresses, and the service runs again', async () => {
  const before = platform.endpoints;
  platform = await startPlatform({ state: platform.state });
  assert.deepEqual(platform.endpoints, before);
  await eventually(async () =>
    assert.equal(await greeting(), 'Hello from lasting\n'),
  );
});

test('the endpoints are for the owner only', () => {
  const { mode } = fs.statSync(`${platform.state}/endpoints.json`);
  assert.equal((mode & 0o777).toString(8), '600');
});

test('SIGTERM ends everything in order', async () => {
  assert.equal(await platform.end('SIGTERM'), 0);
  await noProcessLeft(platform.state);
});

test('a kept port that is taken is named, with who has it and what to do', async () => {
  const server = net.createServer();
  const { port } = new URL(platform.endpoints.github.web);
  await new Promise<void>(resolve => {
    server.listen(Number(port), '127.0.0.1', resolve);
  });
  await assert.rejects(
    startPlatform({ state: platform.state }),
    new RegExp(
      `Port ${port} \\(github\\) is taken by .*process ${process.pid}.*--reset --port`,
    ),
  );
  await new Promise(resolve => {
    server.close(resolve);
  });
});
