import fs from 'node:fs/promises';
import path from 'node:path';

/** All regular files under a folder, sorted, relative to it. Follows no links. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile())
    .map(entry =>
      path
        .relative(folder, path.join(entry.parentPath, entry.name))
        .replaceAll(path.sep, '/'),
    )
    .filter(file => !file.split('/').some(part => part.startsWith('.')))
    .sort();
}
