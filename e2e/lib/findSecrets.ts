import fs from 'node:fs';
import path from 'node:path';
import type { Platform } from './startPlatform.ts';

// Written for whoever may know them, and readable by nobody else.
const HOMES =
  /^(endpoints\.json|git-credentials|openrc|openstack\/(keystone|certificates)\/|((clusters|magnum)\/[^/]+\/)?secrets\/|(clusters|magnum)\/[^/]+\/[^/]+\.kubeconfig$)/;
const OF_CLUSTERS = /^(clusters|magnum)\//;
/** What is in no log and in no file of Backstage, whoever's it is. */
const KEYS = ['PRIVATE KEY-----', 'client-key-data'];
const OF_BACKSTAGE = /^(backstage|logs|work|actions|github)\//;

/** Every token that the state folder holds for people and scripts. */
export function readSecrets({ endpoints, state }: Platform): string[] {
  const folders = [
    path.join(state, 'secrets'),
    ...endpoints.clusters.map(({ kubeconfig }) =>
      path.join(path.dirname(kubeconfig), 'secrets'),
    ),
  ];
  const generated = folders.flatMap(folder =>
    fs
      .readdirSync(folder)
      .map(name => fs.readFileSync(path.join(folder, name), 'utf8').trim()),
  );
  const credentials = fs.readFileSync(
    path.join(state, 'git-credentials'),
    'utf8',
  );
  return [
    ...generated,
    ...[...credentials.matchAll(/:([^:@/]+)@/g)].map(([, token]) => token),
    endpoints.backstage.token,
    endpoints.openstack.password,
    endpoints.github.token,
  ];
}

/**
 * Files of the state folder that hold a secret and should not.
 *
 * @param more - secrets that the folder itself does not tell of
 */
export function findSecrets(platform: Platform, more: string[] = []): string[] {
  const secrets = [...readSecrets(platform), ...more];
  // As Secrets hold them, which only the clusters themselves may keep.
  const encoded = secrets.map(text => Buffer.from(text).toString('base64'));
  return fs
    .readdirSync(platform.state, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .map(file => path.relative(platform.state, file))
    .filter(file => !HOMES.test(file))
    .filter(file => {
      const content = readIfThere(path.join(platform.state, file));
      const forbidden = [
        ...secrets,
        ...(OF_CLUSTERS.test(file) ? [] : encoded),
        ...(OF_BACKSTAGE.test(file) ? KEYS : []),
      ];
      return forbidden.some(text => content.includes(text));
    });
}

// A journal of a database is gone a moment later.
function readIfThere(file: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return Buffer.alloc(0);
    }
    throw error;
  }
}
