import fs from 'node:fs';
import path from 'node:path';

/**
 * The place of an absolute path of an image below the folder that stands for its
 * root; `undefined` when a link or `..` would lead out of it. Manifests and images
 * come from anybody with push rights, and files here get deleted.
 */
export function insideOf(root: string, absolute: string): string | undefined {
  const place = path.join(root, path.posix.normalize(`/${absolute}`));
  let existing = path.dirname(place);
  while (!fs.existsSync(existing)) {
    existing = path.dirname(existing);
  }
  const real = fs.realpathSync(existing);
  const realRoot = fs.realpathSync(root);
  return real === realRoot || real.startsWith(`${realRoot}${path.sep}`)
    ? place
    : undefined;
}
