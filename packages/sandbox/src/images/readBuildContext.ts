import fs from 'node:fs';
import path from 'node:path';
import { pathPattern } from './pathPattern';

/** A file or symbolic link of the build context. */
export interface ContextFile {
  /** Relative to the context, with forward slashes. */
  path: string;
  absolute: string;
  kind: 'file' | 'link';
}

/** All files below a folder except `.git` and what `.dockerignore` names. */
export function readBuildContext(folder: string): ContextFile[] {
  const ignored = readDockerIgnore(folder);
  const files: ContextFile[] = [];

  function visit(relative: string) {
    const entries = fs.readdirSync(path.join(folder, relative), {
      withFileTypes: true,
    });
    for (const entry of entries) {
      const name = relative ? `${relative}/${entry.name}` : entry.name;
      if (name === '.git') {
        continue;
      }
      const absolute = path.join(folder, name);
      if (entry.isDirectory()) {
        visit(name);
      } else if (!ignored(name)) {
        const kind = entry.isSymbolicLink() ? 'link' : 'file';
        files.push({ path: name, absolute, kind });
      }
    }
  }
  visit('');
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The last line that fits decides; a line about a folder fits all in it. */
function readDockerIgnore(folder: string): (file: string) => boolean {
  const file = path.join(folder, '.dockerignore');
  const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  const rules = lines
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const keep = line.startsWith('!');
      const pattern = path.posix.normalize(line.slice(keep ? 1 : 0).trim());
      return { keep, matches: pathPattern(pattern.replace(/^\/|\/$/g, '')) };
    });

  return name => {
    const parts = name.split('/');
    const prefixes = parts.map((_, index) =>
      parts.slice(0, index + 1).join('/'),
    );
    let ignore = false;
    for (const { keep, matches } of rules) {
      if (prefixes.some(prefix => matches.test(prefix))) {
        ignore = !keep;
      }
    }
    return ignore;
  };
}
