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
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { ...WILDCARD_SECRET, name: 'wildcard' },
      spec: {
        secretName: WILDCARD_SECRET.name,
        dnsNames: [`*.${zone}`],
        issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer' },
      },
    },
  ];
}
