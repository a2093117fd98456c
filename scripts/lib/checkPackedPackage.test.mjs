import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { checkPackedPackage } from './checkPackedPackage.mjs';

async function check(t, files) {
  const target = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-packed-'));
  t.after(() => fs.rmSync(target, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(target, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(
      file,
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  }
  return checkPackedPackage({ tools: { env: process.env }, target });
}

const manifest = {
  backstage: { role: 'node-library' },
  main: 'dist/index.cjs.js',
};

test('nothing to say about a package that holds what it promises', async t => {
  assert.deepEqual(
    await check(t, {
      'package.json': manifest,
      'README.md': '',
      'dist/index.cjs.js': 'exports.answer = 42;',
    }),
    [],
  );
});

test('names what is missing, what is too much and what nobody can install', async t => {
  assert.deepEqual(
    await check(t, {
      'package.json': {
        ...manifest,
        exports: { './alpha': { types: './dist/alpha.d.ts' } },
        dependencies: { other: 'workspace:^' },
      },
      'dist/index.test.js': '',
    }),
    [
      'dist/index.cjs.js is missing in the package',
      'README.md is missing in the package',
      './dist/alpha.d.ts is missing in the package',
      'dist/index.test.js does not belong into the package',
      'the dependency other is named by workspace:^',
    ],
  );
});

test('says why a package does not load', async t => {
  const [problem] = await check(t, {
    'package.json': manifest,
    'README.md': '',
    'dist/index.cjs.js': 'require("no-such-package");',
  });
  assert.match(problem, /does not load: Error: Cannot find module/);
});
