import path from 'node:path';
import { commandLineOf, parentOf } from './processTree.mjs';

const EVERY_MS = 500;

/**
 * Ends this process, by SIGTERM to itself, when the npm that runs it is gone.
 * npm starts scripts through a shell: SIGTERM to npm ends only that shell, and
 * SIGKILL not even that, so that the script would run on with nobody above it.
 */
export function endWithNpm() {
  const script = path.basename(process.argv[1]);
  if (!process.env.npm_lifecycle_script?.includes(script)) {
    return;
  }
  const parent = process.ppid;
  // Some shells replace themselves by the script; then our parent is npm.
  const isShell = commandLineOf(parent).includes(script);
  const npm = isShell ? parentOf(parent) : undefined;
  const watch = setInterval(() => {
    if (process.ppid !== parent || (isShell && parentOf(parent) !== npm)) {
      clearInterval(watch);
      process.kill(process.pid, 'SIGTERM');
    }
  }, EVERY_MS);
  watch.unref();
}
