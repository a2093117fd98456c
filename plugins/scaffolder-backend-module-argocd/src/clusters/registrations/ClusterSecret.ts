import { KubernetesObject } from '../../hubs';

/** A Secret of a hub that names a cluster: Argo CD's or the fleet's. */
export interface ClusterSecret extends KubernetesObject {
  data?: Record<string, string>;
}

/** One text of it. */
export function textIn(secret: ClusterSecret, key: string): string | undefined {
  const value = secret.data?.[key];
  return value === undefined
    ? undefined
    : Buffer.from(value, 'base64').toString();
}

/** Whether whoever reads it can sign in to the cluster. */
export function hasCredential(secret: ClusterSecret): boolean {
  const config = textIn(secret, 'config');
  return /"(bearerToken|certData|username|execProviderConfig|awsAuthConfig)"/.test(
    config ?? '',
  );
}

/** Whether two addresses are those of one server. */
export function isSameServer(a: string | undefined, b: string): boolean {
  return a !== undefined && plain(a) === plain(b);
}

function plain(server: string): string {
  return URL.canParse(server)
    ? new URL(server).href.replace(/\/+$/, '')
    : server;
}
