import path from 'node:path';
import { stateFolder } from './paths.mjs';
import { startService } from './startService.mjs';
import { StepError } from './steps.mjs';

/**
 * Starts the sandbox and waits until all of it answers. Resolves with what it
 * says of itself: addresses, and the environment that Backstage needs.
 */
export async function startSandbox(options) {
  const { env, node, port, children, state = stateFolder } = options;
  const service = startService({
    title: 'The sandbox',
    node,
    args: [
      'packages/sandbox/src/main.ts',
      'run',
      ...(port === undefined ? [] : ['--port', port]),
    ],
    env: { ...env, SLIPWAY_STATE: state },
    logFile: path.join(state, 'logs', 'sandbox.log'),
    children,
  });
  const ready = new Promise((resolve, reject) => {
    service.onMessage(message => {
      if (message.error) {
        reject(new StepError(message.error));
      } else if (message.ready) {
        resolve(message.ready);
      }
    });
  });
  return service.until(ready);
}
