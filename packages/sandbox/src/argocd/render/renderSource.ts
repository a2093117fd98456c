import fs from 'node:fs';
import path from 'node:path';
import { ApplicationSource } from '../types';
import { buildKustomization, isKustomization } from './buildKustomization';
import { describeYamlError } from './describeYamlError';
import { ManifestError } from './ManifestError';
import { Manifests } from './Manifests';
import { readDirectory } from './readDirectory';

export interface RenderSourceOptions {
  checkout: string;
  source: ApplicationSource;
  kubectl: string;
  home: string;
  signal: AbortSignal;
}

/** Makes manifests of a folder in the way that its content asks for. */
export async function renderSource(
  options: RenderSourceOptions,
): Promise<Omit<Manifests, 'commit'>> {
  const { checkout, source, ...run } = options;
  const sourcePath = source.path ?? '';
  const folder = path.join(checkout, sourcePath);
  if (path.isAbsolute(sourcePath)) {
    throw new ManifestError(`${sourcePath}: app path is absolute`);
  }
  if (path.relative(checkout, folder).startsWith('..')) {
    throw new ManifestError(`${sourcePath}: app path outside root`);
  }
  if (!fs.statSync(folder).isDirectory()) {
    throw new ManifestError(`${sourcePath}: app path is not a directory`);
  }
  if (fs.existsSync(path.join(folder, 'Chart.yaml'))) {
    throw new ManifestError(
      'failed to execute helm template command: failed running helm: exec: "helm": executable file not found in $PATH',
    );
  }
  if (source.kustomize || (!source.directory && isKustomization(folder))) {
    const objects = await buildKustomization({
      ...run,
      checkout,
      sourcePath,
      kustomize: source.kustomize,
    });
    return { sourceType: 'Kustomize', objects };
  }
  const objects = await readDirectory({
    folder,
    directory: source.directory,
    describeYamlError: (file, error) => describeYamlError(file, error, run),
  });
  return { sourceType: 'Directory', objects };
}
