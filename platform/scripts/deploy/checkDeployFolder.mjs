import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { DeployError } from './DeployError.mjs';
import { run } from './run.mjs';

// They belong to the platform: whose a namespace is, and how much it may use.
const RESERVED = /^kind:\s*["']?(Namespace|ResourceQuota|LimitRange)["']?\s*$/m;

/**
 * Throws unless the `deploy/` folder of a repository can be deployed. Gives the
 * paths of its files.
 */
export async function checkDeployFolder(repository) {
  const folder = join(repository, 'deploy');
  const files = await listFiles(folder);
  if (!files.includes('kustomization.yaml')) {
    throw new DeployError(
      'The repository has no deploy/kustomization.yaml; a service says there how it is deployed',
    );
  }
  for (const file of files.filter(name => /\.ya?ml$/.test(name))) {
    const kind = RESERVED.exec(await readFile(join(folder, file), 'utf8'))?.[1];
    if (kind) {
      throw new DeployError(
        `deploy/${file} has a ${kind}; those are the platform's and written by it`,
      );
    }
  }
  await checkRendering(folder);
  return files;
}

async function listFiles(folder, root = folder) {
  const names = await readdir(folder).catch(error => {
    if (error.code === 'ENOENT') {
      return [];
    }
    throw error;
  });
  const found = [];
  for (const name of names) {
    const file = join(folder, name);
    const status = await lstat(file);
    if (status.isDirectory()) {
      found.push(...(await listFiles(file, root)));
    } else if (status.isFile()) {
      found.push(relative(root, file));
    } else {
      throw new DeployError(
        `deploy/${relative(
          root,
          file,
        )} is a link; only files and folders can be deployed`,
      );
    }
  }
  return found.sort();
}

/** Where there is no kubectl, what cannot be rendered is found by Argo CD. */
async function checkRendering(folder) {
  const result = await run('kubectl', ['kustomize', folder]).catch(error => {
    if (error.code === 'ENOENT') {
      return { code: 0, output: '' };
    }
    throw error;
  });
  if (result.code !== 0) {
    const words = result.errors
      .replaceAll(folder, 'deploy')
      .trim()
      .split('\n')
      .at(-1)
      .replace(/^.*err="(.*)"$/, '$1')
      .replace(/^error: /, '');
    throw new DeployError(`deploy/ cannot be rendered: ${words}`);
  }
  // As JSON, by a patch or from elsewhere, a kind is in no file as above.
  const kind = RESERVED.exec(result.output)?.[1];
  if (kind) {
    throw new DeployError(
      `deploy/ renders a ${kind}; those are the platform's and written by it`,
    );
  }
}
