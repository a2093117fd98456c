import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Changes whenever rows may come out differently: with the resources that are
 * asked for, and with the code that projects them.
 */
export function projectionVersion(options: {
  resources: string[];
  /** Folders that hold that code. */
  folders: string[];
}): string {
  const hash = createHash('sha256');
  hash.update([...options.resources].sort().join('\n'));
  for (const folder of options.folders) {
    for (const file of listCode(folder)) {
      hash.update(path.relative(folder, file));
      hash.update(fs.readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function listCode(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /(?<!\.test)\.[cm]?[jt]s$/.test(file))
    .filter(file => !file.split(path.sep).includes('node_modules'))
    .sort()
    .map(file => path.join(folder, file));
}
