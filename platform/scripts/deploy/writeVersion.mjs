import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The version that is in an environment, or `undefined`: none yet. */
export async function readVersion(folder) {
  try {
    return JSON.parse(
      await readFile(join(folder, 'version', 'version.json'), 'utf8'),
    );
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/**
 * Writes a version into the folder of an environment: `base/` and `version/`,
 * and nothing else. What is configured there stays as it is.
 */
export async function writeVersion({ folder, source, files, version }) {
  const base = join(folder, 'base');
  await rm(base, { recursive: true, force: true });
  for (const file of files) {
    await mkdir(dirname(join(base, file)), { recursive: true });
    await copyFile(join(source, 'deploy', file), join(base, file));
  }
  await mkdir(join(folder, 'version'), { recursive: true });
  await writeFile(
    join(folder, 'version', 'kustomization.yaml'),
    kustomization(version),
  );
  await writeFile(
    join(folder, 'version', 'version.json'),
    `${JSON.stringify(version, undefined, 2)}\n`,
  );
}

function kustomization({ commit, digest, image }) {
  return `# Written by the deploy step and by promotions.
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
resources:
  - ../base
images:
  - name: ${image}
    digest: ${digest}
commonAnnotations:
  slipway.dev/commit: ${commit}
patches:
  # Whose a namespace is, the platform says, whatever a base turns out to hold.
  - target:
      kind: Namespace
    patch: |
      $patch: delete
      kind: Namespace
      metadata:
        name: any
`;
}
