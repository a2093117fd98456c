import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { StepError } from './steps.mjs';

const STOP_MS = 10_000;

/**
 * Starts a long-running Node process from TypeScript sources, its output in a
 * log file. `stop()` asks it to end, and makes it after ten seconds.
 */
export function startService(options) {
  const { title, node, args, env, logFile, children } = options;
  fs.mkdirSync(path.dirname(logFile), { recursive: true });
  const log = fs.openSync(logFile, 'w', 0o600);
  const child = spawn(
    node,
    [
      '--require',
      path.join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      ...args,
    ],
    // Its own group: Ctrl-C reaches only us, and we end it in order.
    { cwd: root, env, detached: true, stdio: ['ignore', log, log, 'ipc'] },
  );
  fs.closeSync(log);
  const exited = new Promise(resolve => {
    child.on('exit', code => resolve(code ?? 1));
    child.on('error', () => resolve(127));
  });
  const service = {
    title,
    logFile,
    exited,
    onMessage: listener => child.on('message', listener),
    /** Ends it as a power cut would. */
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await exited;
      clearTimeout(force);
    },
    /** Resolves with what `ready` does, or fails when the process ends first. */
    async until(ready) {
      return Promise.race([
        ready,
        exited.then(code => {
          throw new StepError(
            `${title} ended with code ${code}:\n${lastLines(logFile)}`,
          );
        }),
      ]);
    },
  };
  children.push(service);
  return service;
}

function lastLines(file) {
  return fs
    .readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-8)
    .join('\n');
}
