// `npm run diagnose`: what is wrong on clusters, from dumps or live.
import path from 'node:path';
import { spawn } from 'node:child_process';
import { root, stateFolder } from './lib/paths.mjs';
import { createSteps, fail } from './lib/steps.mjs';
import { prepare } from './lib/toolchain.mjs';

const logFile = path.join(stateFolder, 'logs', 'diagnose-prepare.log');

try {
  // What programs read on the error output is about their input alone.
  const out = process.stderr.isTTY ? process.stderr : { write() {} };
  const { env, node } = await prepare(createSteps({ logFile, out }));
  const child = spawn(
    node,
    [
      path.join(root, 'packages/diagnose/bin/slipway-diagnose'),
      ...process.argv.slice(2),
    ],
    // npm runs scripts in the repository; files are named from where it was called.
    { cwd: process.env.INIT_CWD ?? process.cwd(), env, stdio: 'inherit' },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', code => process.exit(code ?? 1));
} catch (error) {
  fail(error, logFile);
}
