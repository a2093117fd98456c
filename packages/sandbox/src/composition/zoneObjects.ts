import { KubernetesObject } from '../client';
import { namespace } from './hubObjects';

/** Where the wildcard certificate of a cluster's zone is kept. */
export const WILDCARD_SECRET = {
  namespace: 'ingress-nginx',
  name: 'wildcard-tls',
};

/** The issuer, and the wildcard certificate that serves all default hostnames. */
export function zoneObjects(zone: string): KubernetesObject[] {
  return [
    namespace(WILDCARD_SECRET.namespace),
    namespace('cert-manager'),
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'ClusterIssuer',
      metadata: { name: 'letsencrypt' },
      spec: {
        acme: {
          server: 'https://acme.sandbox.invalid/directory',
          email: 'platform-team@example.org',
          privateKeySecretRef: { name: 'letsencrypt-account' },
          solvers: [
            {
              dns01: {
                webhook: {
                  groupName: 'acme.syseleven.de',
                  solverName: 'designatedns',
                },
              },
            },
          ],
        },
      },
    },
    certificate('wildcard', WILDCARD_SECRET.name, `*.${zone}`),
    // A wildcard does not cover the zone itself.
    certificate('apex', 'apex-tls', zone),
  ];
}

function certificate(
  name: string,
  secretName: string,
  host: string,
): KubernetesObject {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name, namespace: WILDCARD_SECRET.namespace },
    spec: {
      secretName,
      dnsNames: [host],
      issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer' },
    },
  };
}
