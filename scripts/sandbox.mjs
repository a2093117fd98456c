// `npm run sandbox`: just the sandbox, or a word to a running one.
import path from 'node:path';
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { endWithNpm } from './lib/endWithNpm.mjs';
import { holdFolder } from './lib/holdFolder.mjs';
import { root, stateFolder } from './lib/paths.mjs';
import { createSteps, fail } from './lib/steps.mjs';
import { prepare } from './lib/toolchain.mjs';

const logFile = path.join(stateFolder, 'logs', 'sandbox-prepare.log');

endWithNpm();
try {
  // Words for a running sandbox are told by another process, this one.
  const { positionals, values } = parseArgs({
    options: { port: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  if (positionals.length === 0 && !values.help) {
    holdFolder(stateFolder);
  }
  const { env, node } = await prepare(
    createSteps({ logFile, out: process.stderr }),
  );
  const child = spawn(
    node,
    [
      '--require',
      path.join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      path.join(root, 'packages/sandbox/src/main.ts'),
      ...process.argv.slice(2),
    ],
    {
      cwd: root,
      env: { ...env, SLIPWAY_STATE: stateFolder },
      stdio: 'inherit',
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', code => process.exit(code ?? 1));
} catch (error) {
  fail(error, logFile);
}
