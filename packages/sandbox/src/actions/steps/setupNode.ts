import path from 'node:path';
import { StepError } from '../jobs/StepError';
import { ActionCall } from './types';

/** `actions/setup-node`: there is one Node, and it must be the one wanted. */
export async function setupNode({ execution, inputs }: ActionCall) {
  const wanted = /\d+/.exec(inputs['node-version'] ?? '')?.[0];
  const have = process.version;
  if (wanted && wanted !== have.slice(1).split('.')[0]) {
    throw new StepError(
      `Unable to find Node version '${inputs['node-version']}': the sandbox has only ${have}`,
    );
  }
  execution.log.write(`Found in cache @ ${path.dirname(process.execPath)}`);
  execution.log.write(`node: ${have}`);
  return { 'node-version': have, 'cache-hit': 'false' };
}
