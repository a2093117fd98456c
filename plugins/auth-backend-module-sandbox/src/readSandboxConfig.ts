import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { isLoopbackHost } from './isLoopbackHost';
import { SandboxUser } from './types';

const KEY = 'auth.providers.sandbox';

/** Reads the people of the sandbox; fails where the backend can be reached from elsewhere. */
export function readSandboxConfig(
  config: RootConfigService,
): { users: SandboxUser[] } | undefined {
  if (!config.has(KEY)) {
    return undefined;
  }
  requireLoopback(
    'backend.baseUrl',
    new URL(config.getString('backend.baseUrl')).hostname,
  );
  requireLoopback('backend.listen', listenHost(config));

  const users = config.getConfigArray(`${KEY}.users`).map(user => ({
    name: user.getString('name'),
    displayName: user.getString('displayName'),
  }));
  if (users.length === 0) {
    throw new InputError(`${KEY}.users is empty: nobody could sign in`);
  }
  return { users };
}

function requireLoopback(key: string, host: string | undefined) {
  if (host === undefined || !isLoopbackHost(host)) {
    throw new InputError(
      `${KEY} lets anyone in who reaches the backend, so it works on this machine only, but ${key} is ${
        host === undefined ? 'all interfaces' : `"${host}"`
      }. Remove ${KEY}, or listen on 127.0.0.1`,
    );
  }
}

function listenHost(config: RootConfigService): string | undefined {
  const listen = config.getOptional('backend.listen');
  if (typeof listen === 'string') {
    return listen.slice(0, listen.lastIndexOf(':')) || undefined;
  }
  if (typeof listen !== 'object') {
    return undefined;
  }
  return config.getOptionalString('backend.listen.host');
}
