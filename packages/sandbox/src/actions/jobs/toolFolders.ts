import fs from 'node:fs';
import path from 'node:path';

/**
 * The folders that a job's PATH begins with: of the Node that runs us, of
 * git, npm and kubectl, and the system's own.
 */
export function toolFolders(): string[] {
  const folders = [
    path.dirname(process.execPath),
    folderOf('git'),
    folderOf('npm'),
    folderOf('kubectl'),
    '/usr/local/bin',
    '/usr/bin',
    '/bin',
  ].filter(folder => folder !== undefined);
  return [...new Set(folders)];
}

function folderOf(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.find(folder => fs.existsSync(path.join(folder, program)));
}
