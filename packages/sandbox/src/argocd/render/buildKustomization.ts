import fs from 'node:fs';
import path from 'node:path';
import { KubernetesObject } from '../../client';
import { ManifestError } from './ManifestError';
import { parseYaml } from './parseYaml';
import { runKubectl, RunKubectlOptions } from './runKubectl';
import { writeOverlay } from './writeOverlay';
import { toObjects } from './toObjects';

const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** Whether a folder is a kustomization. */
export function isKustomization(folder: string): boolean {
  return NAMES.some(name => fs.existsSync(path.join(folder, name)));
}

export interface BuildKustomizationOptions
  extends Pick<RunKubectlOptions, 'kubectl' | 'home' | 'signal'> {
  /** The folder with the commit's whole tree. */
  checkout: string;
  /** The kustomization in it. */
  sourcePath: string;
  /** `spec.source.kustomize`. */
  kustomize?: Record<string, unknown>;
}

/** The objects that the real kustomize makes of a folder. */
export async function buildKustomization(
  options: BuildKustomizationOptions,
): Promise<KubernetesObject[]> {
  const { checkout, sourcePath, kustomize = {}, ...run } = options;
  const folder = path.join(
    checkout,
    Object.keys(kustomize).length > 0
      ? writeOverlay(checkout, sourcePath, kustomize)
      : sourcePath,
  );
  const outcome = await runKubectl({
    ...run,
    cwd: checkout,
    args: ['kustomize', folder],
  });
  if ('failure' in outcome) {
    const hide = (text: string) =>
      text.replaceAll(checkout, '<path to cached source>');
    throw new ManifestError(
      `\`kustomize build ${hide(folder)}\` failed exit status 1: Error: ${hide(
        outcome.failure,
      )}`,
    );
  }
  return toObjects(parseYaml(outcome.stdout));
}
