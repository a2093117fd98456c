import { ANNOTATION_KUBERNETES_AUTH_PROVIDER } from '@backstage/plugin-kubernetes-common';
import {
  ClusterDetails,
  KubernetesCredential,
} from '@backstage/plugin-kubernetes-node';
import {
  ClusterAccess,
  ClusterCredentials,
} from '@slipway/backstage-plugin-fleet-node';

/** A cluster as the Kubernetes plugin has it. */
export interface SuppliedCluster {
  details: ClusterDetails;
  /** What requests are made with, where the details cannot say it. */
  credential?: KubernetesCredential;
}

const BEARER = /^Bearer (\S+)$/i;

/**
 * The same access in the words of the Kubernetes plugin.
 *
 * @throws Error with what it cannot do
 */
export function toClusterDetails(
  name: string,
  access: ClusterAccess,
  credentials: ClusterCredentials,
): SuppliedCluster {
  if (access.serverName) {
    throw new Error(
      'its certificate is for another name than its address, which the Kubernetes plugin cannot check',
    );
  }
  if (access.proxyUrl) {
    throw new Error(
      'it is reached through a proxy, which the Kubernetes plugin cannot do',
    );
  }
  const { clientCertificate, headers } = credentials;
  const [, token] = BEARER.exec(headers.authorization ?? '') ?? [];
  const details = {
    name,
    url: access.server,
    skipTLSVerify: access.skipTlsVerify ?? false,
    skipMetricsLookup: true,
    ...(access.ca && { caData: Buffer.from(access.ca).toString('base64') }),
  };
  if (token) {
    const authMetadata = {
      [ANNOTATION_KUBERNETES_AUTH_PROVIDER]: 'serviceAccount',
      serviceAccountToken: token,
    };
    return { details: { ...details, authMetadata } };
  }
  if (!clientCertificate) {
    throw new Error(
      'the Kubernetes plugin knows bearer tokens and client certificates only',
    );
  }
  return {
    // The one provider that asks for no credentials of its own.
    details: {
      ...details,
      authMetadata: {
        [ANNOTATION_KUBERNETES_AUTH_PROVIDER]: 'localKubectlProxy',
      },
    },
    credential: { type: 'x509 client certificate', ...clientCertificate },
  };
}
