import fs from 'node:fs';
import path from 'node:path';
import { root, toolchainFolder } from './paths.mjs';
import { run } from './run.mjs';
import { StepError } from './steps.mjs';
import { hashOf } from './toolchain.mjs';

/** Builds the frontend, unless the last build was of the same sources. */
export async function buildApp({ env, logFile }) {
  const note = path.join(toolchainFolder, 'app-built');
  const state = hashOf(sources());
  const built = path.join(root, 'packages/app/dist/index.html.tmpl');
  if (
    fs.existsSync(built) &&
    fs.existsSync(note) &&
    fs.readFileSync(note, 'utf8') === state
  ) {
    return;
  }
  const code = await run('yarn', ['workspace', 'app', 'build'], {
    env,
    logFile,
  });
  if (code !== 0) {
    throw new StepError('The frontend does not build.');
  }
  fs.writeFileSync(note, state);
}

// All packages that can end up in the browser: whatever is not backend only.
function sources() {
  const files = ['yarn.lock'];
  const folders = ['packages/app'];
  for (const name of fs.readdirSync(path.join(root, 'plugins')).sort()) {
    if (!/(^|-)(backend|node)(-|$)/.test(name)) {
      folders.push(path.join('plugins', name));
    }
  }
  for (const folder of folders) {
    collect(folder, files);
  }
  return files;
}

function collect(folder, files) {
  const skipped = /^(dist|node_modules|\.)|\.test\.tsx?$/;
  for (const entry of fs
    .readdirSync(path.join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (skipped.test(entry.name)) {
      continue;
    }
    if (entry.isDirectory()) {
      collect(file, files);
    } else {
      files.push(file);
    }
  }
}
