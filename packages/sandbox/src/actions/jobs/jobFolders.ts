import fs from 'node:fs';
import path from 'node:path';
import { JobFolders } from './types';

/** Makes the folders of a job, the workspace where the real runner has it. */
export function createJobFolders(root: string, repository: string): JobFolders {
  const name = repository.split('/')[1];
  const folders: JobFolders = {
    root,
    workspace: path.join(root, 'work', name, name),
    home: path.join(root, 'home'),
    temp: path.join(root, 'work', '_temp'),
    actions: path.join(root, 'work', '_actions'),
  };
  for (const folder of Object.values(folders)) {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  return folders;
}
