import fs from 'node:fs';
import path from 'node:path';
import { KubernetesObject } from '../../client';
import { ApplicationSource } from '../types';
import { ManifestError } from './ManifestError';
import { matchesGlob } from './matchesGlob';
import { parseYaml } from './parseYaml';
import { toObjects } from './toObjects';

const SKIP_MARK = '# +argocd:skip-file-rendering';

export interface ReadDirectoryOptions {
  folder: string;
  directory?: ApplicationSource['directory'];
  /** The cause in the words of Go's YAML library. */
  describeYamlError: (file: string, error: Error) => Promise<string>;
}

/** The objects of a folder of plain manifests. */
export async function readDirectory(
  options: ReadDirectoryOptions,
): Promise<KubernetesObject[]> {
  const { folder, directory, describeYamlError } = options;
  const objects: KubernetesObject[] = [];
  for (const name of manifestFiles(folder, directory)) {
    const file = path.join(folder, name);
    const text = fs.readFileSync(file, 'utf8');
    if (text.includes(SKIP_MARK)) {
      continue;
    }
    let documents: unknown[];
    try {
      documents = parseYaml(text);
    } catch (error) {
      const cause = await describeYamlError(file, error as Error);
      throw unreadable(name, cause);
    }
    try {
      objects.push(...toObjects(documents));
    } catch (error) {
      throw unreadable(name, (error as Error).message);
    }
  }
  return objects;
}

function unreadable(name: string, cause: string): ManifestError {
  return new ManifestError(
    `Failed to unmarshal "${path.basename(
      name,
    )}": failed to unmarshal manifest: ${cause}`,
    'FailedPrecondition',
  );
}

function manifestFiles(
  folder: string,
  directory: ApplicationSource['directory'] = {},
): string[] {
  const { recurse = false, include, exclude } = directory;
  return fs
    .readdirSync(folder, { recursive: recurse, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map(entry =>
      path.relative(folder, path.join(entry.parentPath, entry.name)),
    )
    .filter(name => !exclude || !matchesGlob(exclude, name))
    .filter(name => !include || matchesGlob(include, name))
    .sort();
}
