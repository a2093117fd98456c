'use strict';

const assert = require('node:assert/strict');
const { after, before, test } = require('node:test');
const { GREETING } = require('../src/greeting');
const { createServer } = require('../src/server');

const server = createServer();
let url;

before(async () => {
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}`;
});

after(() => {
  server.close();
  server.closeAllConnections();
});

test('says the greeting', async () => {
  const response = await fetch(`${url}/`);
  assert.equal(response.status, 200);
  assert.equal(await response.text(), `${GREETING}\n`);
});

test('is healthy', async () => {
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
});

test('knows nothing else', async () => {
  assert.equal((await fetch(`${url}/elsewhere`)).status, 404);
});
