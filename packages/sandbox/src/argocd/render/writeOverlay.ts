import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { ManifestError } from './ManifestError';

/** The fields of `spec.source.kustomize` that mean the same in a kustomization. */
const SAME = new Set([
  'namePrefix',
  'nameSuffix',
  'namespace',
  'commonLabels',
  'commonAnnotations',
  'replicas',
  'patches',
  'components',
]);

/**
 * A kustomization around another one that does what `spec.source.kustomize`
 * asks for. Its folder is inside the checkout, as kustomize demands.
 */
export function writeOverlay(
  checkout: string,
  sourcePath: string,
  options: Record<string, unknown>,
): string {
  const { images, ...others } = options;
  const overlay: Record<string, unknown> = {
    resources: [path.posix.join('..', sourcePath)],
  };
  for (const [name, value] of Object.entries(others)) {
    if (!SAME.has(name)) {
      throw new ManifestError(
        `kustomize option "${name}" is not supported in the sandbox`,
      );
    }
    overlay[name] = value;
  }
  if (images) {
    overlay.images = (images as string[]).map(readImage);
  }
  const text = stringify(overlay);
  const name = `.argocd-${createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 12)}`;
  fs.mkdirSync(path.join(checkout, name), { recursive: true });
  fs.writeFileSync(path.join(checkout, name, 'kustomization.yaml'), text);
  return name;
}

// [old=]name[:tag][@digest]
function readImage(image: string) {
  const [, name, target = ''] = /^(?:([^=]+)=)?(.+)$/.exec(image) ?? [];
  const [, newName, newTag, digest] =
    /^(.+?)(?::([\w.-]+))?(?:@(sha256:\w+))?$/.exec(target) ?? [];
  return {
    name: name ?? newName,
    ...(name ? { newName } : {}),
    ...(newTag ? { newTag } : {}),
    ...(digest ? { digest } : {}),
  };
}
