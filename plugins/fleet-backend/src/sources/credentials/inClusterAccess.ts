import fs from 'node:fs';
import { ClusterAccess } from '@slipway/backstage-plugin-fleet-node';
import { tokenFile } from './tokenFile';

const FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount';

/**
 * The service account of the pod that we run in.
 *
 * @throws Error when we run in none
 */
export function inClusterAccess(
  options: { folder?: string; env?: NodeJS.ProcessEnv } = {},
): ClusterAccess {
  const { folder = FOLDER, env = process.env } = options;
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } = env;
  if (!host || !port) {
    throw new Error(
      'Backstage does not run in a pod; use kubeconfig or url instead of inCluster',
    );
  }
  return {
    server: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
    ca: fs.readFileSync(`${folder}/ca.crt`, 'utf8'),
    authenticate: tokenFile(`${folder}/token`),
  };
}
