import fs from 'node:fs';
import path from 'node:path';
import { commandLineOf } from './processTree.mjs';
import { StepError } from './steps.mjs';

const HOLDER = 'starter.pid';

/**
 * Takes the state folder until this process ends: two platforms on one state
 * would overwrite each other's logs and repositories. `reset` empties it.
 *
 * @throws StepError that names the process which has it.
 */
export function holdFolder(folder, { reset = false } = {}) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, HOLDER);
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, String(process.pid));
  try {
    take(draft, file);
  } finally {
    fs.rmSync(draft);
  }
  process.once('exit', () => fs.rmSync(file, { force: true }));
  // Whoever waits for the endpoints must not find those of the former run.
  const old = reset ? fs.readdirSync(folder) : ['endpoints.json'];
  for (const name of old.filter(entry => entry !== HOLDER)) {
    fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

// A link appears with its content, or not at all when there is one already.
function take(draft, file) {
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
    const pid = fs.readFileSync(file, 'utf8');
    // The number of a killed starter may be another program's by now.
    if (/(start|sandbox)\.mjs/.test(commandLineOf(pid))) {
      throw new StepError(
        `Slipway runs in this folder already (process ${pid}). End that first, or use a clone of its own.`,
      );
    }
    fs.rmSync(file, { force: true });
    fs.linkSync(draft, file);
  }
}
