import { promises as fs } from 'node:fs';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ManifestFile } from '../apply';

export interface ReadManifestFolderOptions {
  workspacePath: string;
  sourcePath: string;
  targetPath?: string;
}

/** All files of a folder of the workspace, as desired state. */
export async function readManifestFolder(
  options: ReadManifestFolderOptions,
): Promise<ManifestFile[]> {
  const folder = resolveSafeChildPath(
    options.workspacePath,
    options.sourcePath,
  );
  const target = path.posix.normalize(options.targetPath ?? '.');
  if (path.posix.isAbsolute(target) || target.startsWith('..')) {
    throw new InputError(`targetPath leaves the repository: ${target}`);
  }
  const entries = await fs.readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries.filter(entry => entry.isFile());
  if (files.length === 0) {
    throw new InputError(`There are no files in ${options.sourcePath}`);
  }
  return Promise.all(
    files.map(async entry => {
      const file = path.join(entry.parentPath, entry.name);
      const relative = path.relative(folder, file).split(path.sep).join('/');
      const text = await fs.readFile(file, 'utf8');
      return {
        path: path.posix.join(target, relative),
        content: () => text,
      };
    }),
  );
}
