import { KubernetesObject } from '../client';
import { namespace } from './hubObjects';

const CA_SECRET = 'platform-ca';

/** An internal CA on the hub, and the certificate of Argo CD's page that it signs. */
export function hubCertificateObjects(): KubernetesObject[] {
  return [
    namespace('cert-manager'),
    clusterIssuer('self-signed', { selfSigned: {} }),
    certificate({
      name: CA_SECRET,
      namespace: 'cert-manager',
      issuer: 'self-signed',
      spec: {
        isCA: true,
        commonName: 'Acme platform CA',
        duration: '43800h',
        privateKey: { algorithm: 'ECDSA', size: 256 },
      },
    }),
    clusterIssuer('platform-ca', { ca: { secretName: CA_SECRET } }),
    certificate({
      name: 'argocd-server-tls',
      namespace: 'argocd',
      issuer: 'platform-ca',
      spec: { dnsNames: ['argocd.platform.localhost'] },
    }),
  ];
}

function clusterIssuer(name: string, spec: object): KubernetesObject {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
    metadata: { name },
    spec,
  };
}

function certificate(options: {
  name: string;
  namespace: string;
  issuer: string;
  spec: object;
}): KubernetesObject {
  const { name, issuer, spec } = options;
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name, namespace: options.namespace },
    spec: {
      secretName: name,
      issuerRef: { name: issuer, kind: 'ClusterIssuer' },
      ...spec,
    },
  };
}
