import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkPackedPackage } from './checkPackedPackage.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Packs every published package as it would go to a registry, lays all of them
 * out as an installation would, and looks at each one there.
 */
export async function packPackages({ tools }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-pack-'));
  const problems = [];
  const packed = [];
  for (const workspace of publishedWorkspaces()) {
    const name = path.basename(workspace);
    const { target, problem } = await packOne({ tools, workspace, folder });
    if (problem) {
      problems.push(`${name}: ${problem}`);
    } else {
      packed.push({ name, target });
    }
  }
  let passed = 0;
  for (const { name, target } of packed) {
    const found = await checkPackedPackage({ tools, target });
    problems.push(...found.map(problem => `${name}: ${problem}`));
    passed += found.length === 0 ? 1 : 0;
  }
  fs.rmSync(folder, { recursive: true });
  return { passed, failed: problems.length, details: problems.join('\n') };
}

function publishedWorkspaces() {
  return ['packages', 'plugins'].flatMap(group =>
    fs
      .readdirSync(path.join(root, group))
      .sort()
      .map(name => path.join(root, group, name))
      .filter(workspace => !readManifest(workspace).private),
  );
}

function readManifest(workspace) {
  return JSON.parse(
    fs.readFileSync(path.join(workspace, 'package.json'), 'utf8'),
  );
}

async function packOne({ tools, workspace: cwd, folder }) {
  const name = path.basename(cwd);
  const manifest = path.join(cwd, 'package.json');
  const before = fs.readFileSync(manifest, 'utf8');
  const archive = path.join(folder, `${name}.tgz`);
  const code = await run('yarn', ['pack', '--out', archive], { ...tools, cwd });
  if (code !== 0) {
    // prepack rewrites package.json, and a failure leaves it like that.
    await run('yarn', ['run', 'postpack'], { ...tools, cwd });
    return { problem: `yarn pack ended with code ${code}` };
  }
  if (fs.readFileSync(manifest, 'utf8') !== before) {
    return { problem: 'packing leaves a changed package.json behind' };
  }
  const target = path.join(folder, 'node_modules', JSON.parse(before).name);
  fs.mkdirSync(target, { recursive: true });
  await run(
    'tar',
    ['xzf', archive, '-C', target, '--strip-components=1'],
    tools,
  );
  return { target };
}
