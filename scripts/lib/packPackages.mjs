import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Packs every published package as it would go to a registry and looks inside:
 * what package.json promises must be there, and nothing of the sources.
 */
export async function packPackages({ tools }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-pack-'));
  const problems = [];
  let passed = 0;
  for (const name of fs.readdirSync(path.join(root, 'plugins'))) {
    const found = await packOne({ tools, name, folder });
    problems.push(...found);
    passed += found.length === 0 ? 1 : 0;
  }
  fs.rmSync(folder, { recursive: true });
  return { passed, failed: problems.length, details: problems.join('\n') };
}

async function packOne({ tools, name, folder }) {
  const cwd = path.join(root, 'plugins', name);
  const archive = path.join(folder, `${name}.tgz`);
  const code = await run('yarn', ['pack', '--out', archive], { ...tools, cwd });
  // prepack rewrites package.json; postpack puts it back also after a failure.
  if (code !== 0) {
    await run('yarn', ['run', 'postpack'], { ...tools, cwd });
    return [`${name}: yarn pack ended with code ${code}`];
  }
  const target = path.join(folder, name);
  fs.mkdirSync(target);
  await run('tar', ['xzf', archive, '-C', target], tools);
  const packed = path.join(target, 'package');
  const manifest = JSON.parse(
    fs.readFileSync(path.join(packed, 'package.json'), 'utf8'),
  );
  const promised = [manifest.main, manifest.types].filter(Boolean);
  return [
    ...promised
      .filter(file => !fs.existsSync(path.join(packed, file)))
      .map(file => `${name}: ${file} is missing in the package`),
    ...(fs.existsSync(path.join(packed, 'src'))
      ? [`${name}: the sources are in the package`]
      : []),
    ...(JSON.stringify(manifest.dependencies ?? {}).includes('workspace:')
      ? [`${name}: a dependency is named by workspace:`]
      : []),
  ];
}
