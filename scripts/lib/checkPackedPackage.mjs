import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/** Says what is wrong with an unpacked package; an empty list is good. */
export async function checkPackedPackage({ tools, target }) {
  const manifest = JSON.parse(
    fs.readFileSync(path.join(target, 'package.json'), 'utf8'),
  );
  const files = fs.readdirSync(target, { recursive: true });
  const problems = [
    ...[...promisedFiles(manifest)]
      .filter(file => !files.includes(path.normalize(file)))
      .map(file => `${file} is missing in the package`),
    ...files
      .filter(file => file.startsWith('src') || /\.test\./.test(file))
      .map(file => `${file} does not belong into the package`),
    ...Object.entries({
      ...manifest.dependencies,
      ...manifest.peerDependencies,
    })
      .filter(([, range]) => /^(workspace|link|file|portal):/.test(range))
      .map(([name, range]) => `the dependency ${name} is named by ${range}`),
  ];
  // Only a bundler loads what browsers run.
  const isForBrowsers = /^(frontend|web)/.test(manifest.backstage.role);
  if (problems.length === 0 && !isForBrowsers) {
    problems.push(...(await load({ tools, target })));
  }
  return problems;
}

function promisedFiles({ main, types, exports = {}, configSchema }) {
  const listed = new Set([main, types, configSchema, 'README.md']);
  JSON.stringify(exports, (key, value) => {
    // Under `backstage` stands what kind of feature is exported, no file.
    if (typeof value === 'string' && key !== 'backstage') {
      listed.add(value);
    }
    return value;
  });
  listed.delete(undefined);
  return listed;
}

// The suite's own packages come from the folder beside, all others from the
// repository.
async function load({ tools, target }) {
  const lines = [];
  const code = await run(
    'node',
    [
      '--eval',
      `if (Object.keys(require(${JSON.stringify(target)})).length === 0) {
        throw new Error('exports nothing');
      }
      process.exit();`,
    ],
    {
      ...tools,
      env: { ...tools.env, NODE_PATH: path.join(root, 'node_modules') },
      onLine: line => lines.push(line),
    },
  );
  return code === 0
    ? []
    : [
        `does not load: ${
          lines.find(line => /^\w*Error/.test(line)) ?? `code ${code}`
        }`,
      ];
}
