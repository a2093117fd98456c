import { KubernetesObject } from '../../client';
import { secretValue } from '../git/secretValue';

/** What a cluster Secret of Argo CD says. */
export interface RegisteredCluster {
  name: string;
  server: string;
  bearerToken?: string;
  caPem?: string;
  insecure: boolean;
  /** By a Secret; the cluster of Argo CD itself needs none. */
  registered: boolean;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

interface ClusterConfig {
  bearerToken?: string;
  tlsClientConfig?: { insecure?: boolean; caData?: string };
}

/** Reads a cluster Secret; one without an address or with a broken `config` is none. */
export function readClusterSecret(
  secret: KubernetesObject,
): RegisteredCluster | undefined {
  const server = secretValue(secret, 'server')?.replace(/\/+$/, '');
  let config: ClusterConfig;
  try {
    config = JSON.parse(secretValue(secret, 'config') || '{}');
  } catch {
    return undefined;
  }
  if (!server) {
    return undefined;
  }
  const { bearerToken, tlsClientConfig = {} } = config;
  const { caData, insecure = false } = tlsClientConfig;
  return {
    name: secretValue(secret, 'name') ?? server,
    server,
    bearerToken,
    caPem: caData && Buffer.from(caData, 'base64').toString('utf8'),
    insecure,
    registered: true,
    labels: secret.metadata.labels ?? {},
    annotations: secret.metadata.annotations ?? {},
  };
}
