import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

const holdFolder = new URL('./holdFolder.mjs', import.meta.url);

let folder;
let script;

before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-hold-'));
  // Named as the real one: a holder is known by its command line.
  script = path.join(folder, 'start.mjs');
  fs.writeFileSync(
    script,
    `import { holdFolder } from ${JSON.stringify(holdFolder.href)};
const [folder, mode] = process.argv.slice(2);
try {
  holdFolder(folder, { reset: mode === 'reset' });
  console.log('held');
} catch (error) {
  console.log(error.message);
}
if (mode === 'stay') {
  process.stdin.resume();
}
`,
  );
});

after(() => fs.rmSync(folder, { recursive: true }));

const state = () => path.join(folder, 'state');
const hold = (...mode) =>
  String(spawnSync(process.execPath, [script, state(), ...mode]).stdout).trim();

async function holdOn() {
  const child = spawn(process.execPath, [script, state(), 'stay']);
  await once(child.stdout, 'data');
  return child;
}

test('one at a time; the next one after its end', async () => {
  const first = await holdOn();
  const refusal = `Slipway runs in this folder already (process ${first.pid}).`;
  assert.ok(hold().startsWith(refusal));
  fs.writeFileSync(path.join(state(), 'kept'), '');
  assert.ok(hold('reset').startsWith(refusal));
  assert.ok(fs.existsSync(path.join(state(), 'kept')));
  first.stdin.end();
  await once(first, 'exit');
  assert.equal(hold(), 'held');
});

test('the former addresses are gone, the rest stays', () => {
  for (const name of ['endpoints.json', 'ports.json']) {
    fs.writeFileSync(path.join(state(), name), '{}');
  }
  assert.equal(hold(), 'held');
  assert.deepEqual(fs.readdirSync(state()).sort(), ['kept', 'ports.json']);
});

test('what a killed one left is no obstacle', async () => {
  const killed = await holdOn();
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  assert.equal(hold('reset'), 'held');
  assert.deepEqual(fs.readdirSync(state()), []);
});
