import fs from 'node:fs';
import path from 'node:path';
import { KubernetesObject } from '../../client';
import { ApplicationSource } from '../types';
import { matchesGlob } from './matchesGlob';
import { DescribeYamlError, readManifestFile } from './readManifestFile';

export interface ReadDirectoryOptions {
  folder: string;
  directory?: ApplicationSource['directory'];
  describeYamlError: DescribeYamlError;
}

/** The objects of a folder of plain manifests. */
export async function readDirectory(
  options: ReadDirectoryOptions,
): Promise<KubernetesObject[]> {
  const { folder, directory, describeYamlError } = options;
  const objects: KubernetesObject[] = [];
  for (const name of manifestFiles(folder, directory)) {
    objects.push(
      ...(await readManifestFile(path.join(folder, name), describeYamlError)),
    );
  }
  return objects;
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
