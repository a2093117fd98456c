import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Platform } from './startPlatform.ts';

const execute = promisify(execFile);
const root = path.join(import.meta.dirname, '../..');

/** Runs `npm run sandbox -- …` or kubectl against a platform; what it printed. */
export async function runSandboxCommand(
  platform: Platform,
  program: 'sandbox' | 'kubectl',
  args: string[],
): Promise<string> {
  const env = { ...process.env, SLIPWAY_STATE: platform.state };
  const { stdout } =
    program === 'sandbox'
      ? await execute(process.execPath, ['scripts/sandbox.mjs', ...args], {
          cwd: root,
          env,
        })
      : await execute('kubectl', args, {
          env: {
            ...env,
            PATH: `${process.env.PATH}:${path.join(platform.state, 'tools')}`,
          },
        });
  return stdout;
}
