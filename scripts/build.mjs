// `npm run build`: everything that the production image (Dockerfile) copies.
import path from 'node:path';
import { toolchainFolder } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { createSteps, fail, StepError } from './lib/steps.mjs';
import { prepare } from './lib/toolchain.mjs';

const logFile = path.join(toolchainFolder, 'logs', 'build.log');

try {
  const steps = createSteps({ logFile });
  const { env } = await prepare(steps);
  const yarn = async (...args) => {
    if ((await run('yarn', args, { env, logFile })) !== 0) {
      throw new StepError(`"yarn ${args.join(' ')}" failed.`);
    }
  };
  await steps.step('Types', () => yarn('tsc'));
  await steps.step('Frontend and backend', () =>
    yarn('workspace', 'backend', 'build'),
  );
  process.stdout.write(
    '\nNow: docker build . -f packages/backend/Dockerfile --tag slipway\n',
  );
} catch (error) {
  fail(error, logFile);
}
