import fs from 'node:fs';
import path from 'node:path';
import { ImageBuildError } from './ImageBuildError';
import { pathPattern } from './pathPattern';
import { ContextFile } from './readBuildContext';

export interface CopyFilesOptions {
  context: ContextFile[];
  sources: string[];
  destination: string;
  workdir: string;
  /** The folder that stands for the root of the image. */
  root: string;
}

/** Does what COPY does: folders give their content, files keep their name. */
export function copyFiles(options: CopyFilesOptions): void {
  const { context, sources, destination, workdir, root } = options;
  const target = path.posix.resolve(workdir, destination);
  const intoFolder =
    /(^|\/)\.?$/.test(destination) ||
    destination.endsWith('/..') ||
    sources.length > 1 ||
    fs.existsSync(path.join(root, target));

  for (const source of sources) {
    const wanted = path.posix.normalize(`/${source}`).replace(/^\/|\/$/g, '');
    const matches = pathPattern(wanted);
    let found = 0;
    for (const file of context) {
      const inside = pathInside(file.path, wanted, matches);
      if (inside === undefined) {
        continue;
      }
      found += 1;
      const name =
        inside !== '' || !intoFolder ? inside : path.posix.basename(file.path);
      copyOne(file, path.join(root, target, name));
    }
    if (found === 0) {
      throw new ImageBuildError(
        `failed to compute cache key: failed to calculate checksum of ref: "/${wanted}": not found`,
      );
    }
  }
}

/** Where below the source a file is, '' for the source itself. */
function pathInside(
  file: string,
  wanted: string,
  matches: RegExp,
): string | undefined {
  if (wanted === '') {
    return file;
  }
  const parts = file.split('/');
  for (let length = 1; length <= parts.length; length++) {
    if (matches.test(parts.slice(0, length).join('/'))) {
      return parts.slice(length).join('/');
    }
  }
  return undefined;
}

function copyOne(file: ContextFile, target: string) {
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.rmSync(target, { force: true });
  if (file.kind === 'link') {
    copyLink(file, target);
    return;
  }
  fs.copyFileSync(file.absolute, target);
  const executable = fs.statSync(file.absolute).mode & 0o100;
  fs.chmodSync(target, executable ? 0o755 : 0o644);
}

// A link out of the tree would let a pod read the user's files as its own.
function copyLink(file: ContextFile, target: string) {
  const to = fs.readlinkSync(file.absolute);
  const resolved = path.posix.join(path.posix.dirname(file.path), to);
  if (path.isAbsolute(to) || resolved.startsWith('..')) {
    throw new ImageBuildError(
      `the symbolic link "/${file.path}" leads out of the build context to "${to}", which is not supported in the sandbox`,
    );
  }
  fs.symlinkSync(to, target);
}
