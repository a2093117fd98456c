import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { installKubectl } from './installKubectl.mjs';
import { root, toolchainFolder } from './paths.mjs';
import { childEnvironment, run } from './run.mjs';
import { StepError } from './steps.mjs';

/** Backstage 1.55 supports Node 22 and 24; the machine may have only 20. */
const TOOLS = { node: '24.21.0', '@yarnpkg/cli-dist': '4.18.1' };

const binFolder = path.join(toolchainFolder, 'node_modules', '.bin');

/** One line for people whose machine cannot run this, `undefined` when it can. */
export function unsupportedMachine({
  platform = process.platform,
  version = process.versions.node,
} = {}) {
  if (Number(version.split('.')[0]) < 20) {
    return `Node ${version} is too old: install Node 20 or later.`;
  }
  if (platform !== 'linux' && platform !== 'darwin') {
    return `Slipway's sandbox runs on Linux and macOS; on ${platform} use WSL 2 or a Linux machine.`;
  }
  return undefined;
}

/** Runs the steps that put Node 24, Yarn and all dependencies in place. */
export async function prepare({ step, logFile }) {
  const unsupported = unsupportedMachine();
  if (unsupported) {
    throw new StepError(unsupported);
  }
  await step('Node 24 and Yarn', () => installTools(logFile));
  await step('Dependencies', () => installDependencies(logFile));
  const node = path.join(binFolder, 'node');
  const env = childEnvironment(binFolder);
  const kubectl = await installKubectl({ env, node, logFile });
  env.PATH = `${env.PATH}${path.delimiter}${kubectl}`;
  return { env, node };
}

async function installTools(logFile) {
  const manifest = path.join(toolchainFolder, 'package.json');
  const wanted = `${JSON.stringify({
    private: true,
    dependencies: TOOLS,
  })}\n`;
  const complete = path.join(binFolder, 'yarn');
  if (
    fs.existsSync(complete) &&
    fs.existsSync(manifest) &&
    fs.readFileSync(manifest, 'utf8') === wanted
  ) {
    return;
  }
  fs.rmSync(path.join(toolchainFolder, 'node_modules'), {
    recursive: true,
    force: true,
  });
  fs.mkdirSync(toolchainFolder, { recursive: true });
  fs.writeFileSync(manifest, wanted);
  const code = await run(
    'npm',
    ['install', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'],
    { cwd: toolchainFolder, env: childEnvironment(''), logFile },
  );
  if (code !== 0) {
    fs.rmSync(manifest);
    throw new StepError(
      'npm could not install Node 24 and Yarn. Is the package registry reachable?',
    );
  }
}

async function installDependencies(logFile) {
  const note = path.join(toolchainFolder, 'installed');
  const state = hashOf(manifests());
  if (
    fs.existsSync(path.join(root, 'node_modules')) &&
    fs.existsSync(note) &&
    fs.readFileSync(note, 'utf8') === state
  ) {
    return;
  }
  const code = await run('yarn', ['install', '--immutable'], {
    env: childEnvironment(binFolder),
    logFile,
  });
  if (code !== 0) {
    throw new StepError(
      'yarn could not install the dependencies. Is the package registry reachable, and yarn.lock up to date?',
    );
  }
  fs.writeFileSync(note, state);
}

function manifests() {
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  for (const group of ['packages', 'plugins']) {
    for (const name of fs.readdirSync(path.join(root, group)).sort()) {
      files.push(path.join(group, name, 'package.json'));
    }
  }
  return files.filter(file => fs.existsSync(path.join(root, file)));
}

/** A hash over names and contents of files of the repository. */
export function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file}\0`);
    hash.update(fs.readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}
