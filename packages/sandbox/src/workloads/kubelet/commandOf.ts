import fs from 'node:fs';
import path from 'node:path';
import { Container } from '../types';
import { Image } from './Images';
import { insideOf } from './insideOf';

/** How a container's process is started, or the runtime's refusal. */
export type Command = { args: string[]; cwd: string } | { refusal: string };

/**
 * The process of a container whose files are in `root`. The images of the sandbox
 * hold Node and nothing else, so any other program is what it would be there: not
 * found.
 */
export function commandOf(options: {
  container: Container;
  image: Image;
  root: string;
}): Command {
  const { container, image, root } = options;
  const [program = '', ...args] = container.command
    ? [...container.command, ...(container.args ?? [])]
    : container.args ?? image.dockerfile.cmd;
  if (path.posix.basename(program) !== 'node') {
    return { refusal: startError(program) };
  }
  return {
    args: args.map(arg => inRoot(root, arg)),
    cwd:
      insideOf(root, container.workingDir ?? image.dockerfile.workdir) ?? root,
  };
}

/** A path that exists in the image is meant there and not on this machine. */
function inRoot(root: string, arg: string): string {
  const file = path.join(root, arg);
  return arg.startsWith('/') && fs.existsSync(file) ? file : arg;
}

function startError(program: string): string {
  const why = program.startsWith('/')
    ? `exec: "${program}": stat ${program}: no such file or directory`
    : `exec: "${program}": executable file not found in $PATH`;
  return `failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ${why}: unknown`;
}
