import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { labComponents } from './labComponents.mjs';
import { root } from './paths.mjs';

const components = pattern => labComponents({ lab: '/lab', pattern });
const titles = pattern => components(pattern).map(({ title }) => title);

test('every contract test is run by exactly one component', () => {
  const files = ['packages', 'plugins'].flatMap(folder =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true })
      .map(file => path.join(folder, file))
      .filter(file => !file.includes('node_modules'))
      .filter(file => file.endsWith('.contract.test.ts')),
  );
  assert.ok(files.length > 0);
  for (const file of files) {
    const running = components('').filter(({ tests }) =>
      new RegExp(tests).test(file),
    );
    assert.equal(running.length, 1, file);
  }
});

test('a pattern chooses by path, and so what of the lab is started', () => {
  assert.ok(components('openstack').length > 1);
  for (const { title, parts } of components('openstack')) {
    assert.deepEqual(parts, ['magnum'], title);
  }
  assert.deepEqual(titles('sandbox/src/argocd'), ['Argo CD']);
  assert.deepEqual(titles('no such path'), []);
});

test('each side of a component that needs a cloud is told which', () => {
  for (const { env } of components('openstack')) {
    assert.match(env.SLIPWAY_LAB_OPENSTACK, /^\/lab\/run\/magnum\//);
  }
});
