import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ImageConfig } from './types';

/** The same tree with the same configuration has the same digest, anywhere. */
export function digestOf(root: string, config: ImageConfig): string {
  const hash = createHash('sha256');
  for (const file of filesBelow(root, '')) {
    const absolute = path.join(root, file);
    const stat = fs.lstatSync(absolute);
    const content = stat.isSymbolicLink()
      ? fs.readlinkSync(absolute)
      : fs.readFileSync(absolute);
    const mode = stat.isSymbolicLink() ? 'link' : modeOf(stat.mode);
    const sum = createHash('sha256').update(content).digest('hex');
    hash.update(`${mode} ${sum} ${JSON.stringify(file)}\n`);
  }
  const sortedEnv = Object.entries(config.env).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  hash.update(
    JSON.stringify([
      config.cmd,
      sortedEnv,
      config.workdir,
      config.exposedPorts,
      config.user,
    ]),
  );
  return `sha256:${hash.digest('hex')}`;
}

function modeOf(mode: number): string {
  return mode & 0o111 ? 'x' : '-';
}

function filesBelow(root: string, relative: string): string[] {
  return fs
    .readdirSync(path.join(root, relative), { withFileTypes: true })
    .flatMap(entry => {
      const name = relative ? `${relative}/${entry.name}` : entry.name;
      return entry.isDirectory() ? filesBelow(root, name) : [name];
    })
    .sort();
}
