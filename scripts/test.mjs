// `npm test`, `npm run test:full`, `npm run test:lab`. Without arguments every
// check and test; with a pattern the tests whose file or package it matches.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from './lib/buildApp.mjs';
import { endWithNpm } from './lib/endWithNpm.mjs';
import { toolchainFolder } from './lib/paths.mjs';
import { createSteps, fail } from './lib/steps.mjs';
import { createTally } from './lib/tally.mjs';
import { prepare } from './lib/toolchain.mjs';
import {
  runBrowserTests,
  runCheck,
  runNodeTests,
  runUnitTests,
} from './lib/testSteps.mjs';
import { runLab } from './lib/runLab.mjs';
import { packPackages } from './lib/packPackages.mjs';
import { startImageTree } from './lib/startImageTree.mjs';

const { values, positionals } = parseArgs({
  options: { full: { type: 'boolean' }, lab: { type: 'boolean' } },
  allowPositionals: true,
});
const [pattern] = positionals;
const suite = values.lab ? 'lab' : values.full ? 'full' : 'test';
const logFile = path.join(toolchainFolder, 'logs', `${suite}.log`);

async function main() {
  fs.rmSync(logFile, { force: true });
  endWithNpm();
  const steps = createSteps({ logFile });
  const tools = { ...(await prepare(steps)), logFile };
  const tally = createTally({ steps, logFile });
  if (suite === 'lab') {
    await runLab({ tools, tally, pattern });
  } else if (suite === 'full') {
    await full({ tools, tally });
  } else if (pattern) {
    await matching({ tools, tally, steps });
  } else {
    await everything({ tools, tally, steps });
  }
  process.stdout.write(`\n${tally.sum()}\n`);
  process.exit(tally.failed === 0 ? 0 : 1);
}

async function everything({ tools, tally, steps }) {
  const check = (title, ...command) =>
    tally.add(title, () => runCheck({ tools, command }));
  await check('Types', 'yarn', 'tsc');
  await check('Types of the browser tests', 'yarn', 'tsc', '-p', 'e2e');
  await check('Lint and rules between rooms', 'yarn', 'lint');
  await check('Format', 'yarn', 'format:check');
  await check('Package metadata', 'yarn', 'fix', '--check');
  await tally.add('Scripts', () => runNodeTests({ tools }));
  await tally.add('Unit and integration', () => runUnitTests({ tools }));
  await steps.step('Frontend', () => buildApp(tools));
  await tally.add('Browser', () => runBrowserTests({ tools }));
}

async function matching({ tools, tally, steps }) {
  await tally.add(`Scripts: ${pattern}`, () =>
    runNodeTests({ tools, pattern }),
  );
  await tally.add(`Unit and integration: ${pattern}`, () =>
    runUnitTests({ tools, pattern }),
  );
  await tally.add(`Browser: ${pattern}`, async () => {
    return runBrowserTests({
      tools,
      pattern,
      before: () => steps.step('Frontend', () => buildApp(tools)),
    });
  });
}

async function full({ tools, tally }) {
  const check = (title, ...command) =>
    tally.add(title, () => runCheck({ tools, command }));
  for (const file of ['app-config.yaml', 'app-config.production.yaml']) {
    await check(
      `Configuration: ${file}`,
      ...['yarn', 'backstage-cli', 'config:check'],
      ...['--strict', '--lax', '--config', file],
    );
  }
  // Its compiler run also leaves the declarations that the build packs.
  await check('API reports', 'yarn', 'api-reports', '--ci');
  await check('Build', 'yarn', 'backstage-cli', 'repo', 'build', '--all');
  await tally.add('Packed packages', () => packPackages({ tools }));
  await tally.add('Production image', () => startImageTree({ tools }));
}

main().catch(error => fail(error, logFile));
