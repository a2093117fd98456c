import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { root } from './lib/paths.mjs';

const require = createRequire(import.meta.url);
const { mayImport } = require('./rooms.cjs');

const room = (name, role) => ({ name, role });
const common = room('fleet-common', 'common-library');
const certificatesCommon = room('certificates-common', 'common-library');
const certificates = room('certificates', 'frontend-plugin');
const certificatesModule = room(
  'fleet-backend-module-certificates',
  'backend-plugin-module',
);
const fleetBackend = room('fleet-backend', 'backend-plugin');
const sandbox = room('sandbox', 'node-library');

test('a frontend imports common packages and no backend', () => {
  assert.equal(mayImport(certificates, certificatesCommon), true);
  assert.equal(mayImport(certificates, fleetBackend), false);
});

test('the fleet backend knows no domain', () => {
  assert.equal(mayImport(fleetBackend, common), true);
  assert.equal(mayImport(fleetBackend, certificatesModule), false);
  assert.equal(mayImport(fleetBackend, certificatesCommon), false);
});

test('nobody shares code with the sandbox', () => {
  assert.equal(mayImport(certificates, sandbox), false);
  assert.equal(mayImport(sandbox, common), false);
});

test('the lint fails on a forbidden import', async () => {
  const { ESLint } = require('eslint');
  const folder = path.join(root, 'packages/sandbox');
  const eslint = new ESLint({ cwd: folder });
  const lint = async specifier => {
    const [result] = await eslint.lintText(
      `import { a } from '${specifier}';\n\nexport const b = a;\n`,
      { filePath: path.join(folder, 'src/example.ts') },
    );
    return result.messages.map(message => message.ruleId);
  };
  const rule = 'import/no-restricted-paths';
  assert.ok((await lint('../../backend/src')).includes(rule));
  assert.ok(
    (await lint('@slipway/backstage-plugin-fleet-common')).includes(rule),
  );
  assert.ok(!(await lint('./client')).includes(rule));
});
