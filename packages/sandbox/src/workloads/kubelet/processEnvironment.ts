import fs from 'node:fs';
import path from 'node:path';
import { Pod } from '../types';
import { Image } from './Images';

const GUARD = require.resolve('./podGuard.cjs');

/** The whole environment of a container's process; nothing of ours is inherited. */
export function processEnvironment(options: {
  pod: Pod;
  container: string;
  image: Image;
  /** For the container's home and temporary files. */
  folder: string;
  portsFolder: string;
  own: Record<string, string>;
}): Record<string, string> {
  const { pod, container, image, folder, portsFolder, own } = options;
  const home = path.join(folder, 'home');
  const temporary = path.join(folder, 'tmp');
  for (const created of [home, temporary]) {
    fs.mkdirSync(created, { recursive: true, mode: 0o700 });
  }
  const given = { ...image.dockerfile.env, ...own };
  return {
    PATH: `${path.dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
    HOSTNAME: pod.metadata.name,
    HOST: '127.0.0.1',
    ...given,
    HOME: home,
    TMPDIR: temporary,
    NODE_OPTIONS: `--require ${JSON.stringify(GUARD)} ${
      given.NODE_OPTIONS ?? ''
    }`.trim(),
    SANDBOX_POD_PORTS: portsFolder,
    SANDBOX_CONTAINER: container,
  };
}
