import { X509Certificate } from 'node:crypto';
import { Condition, KubernetesObject, resources } from '../../client';
import { Certificate, Secret } from '../types';
import { TestCertificates } from './startTestCertificates';

/** The namespace of the tests' objects. */
export const NAMESPACE = 'shop-dev';

/** A ClusterIssuer that orders from an ACME server. */
export function issuer(name: string, solvers: object[]): KubernetesObject {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
    metadata: { name },
    spec: {
      acme: {
        server: 'https://acme.example.test/directory',
        privateKeySecretRef: { name: `${name}-account` },
        solvers,
      },
    },
  };
}

/** A Certificate for `<name>.dev-1.localhost` in the Secret `<name>-tls`. */
export function certificate(name: string, spec: object = {}): KubernetesObject {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name, namespace: NAMESPACE },
    spec: {
      secretName: `${name}-tls`,
      dnsNames: [`${name}.dev-1.localhost`],
      issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer' },
      privateKey: { algorithm: 'ECDSA' },
      ...spec,
    },
  };
}

/** A condition of an object. */
export function condition(
  object: { status?: { conditions?: Condition[] } } | undefined,
  type: string,
): Condition | undefined {
  return object?.status?.conditions?.find(found => found.type === type);
}

/** Whether a Certificate says that it is ready. */
export function isReady(object: Certificate | undefined): boolean {
  return condition(object, 'Ready')?.status === 'True';
}

/** The certificate in a Secret. */
export function leafOf(secret: Secret): X509Certificate {
  return new X509Certificate(Buffer.from(secret.data!['tls.crt'], 'base64'));
}

/** Resolves when a certificate has that revision and nothing is going on. */
export function untilIssued(
  cluster: TestCertificates,
  name: string,
  revision = 1,
): Promise<Certificate> {
  return cluster.until<Certificate>(
    resources.certificates,
    name,
    object =>
      isReady(object) &&
      object!.status!.revision === revision &&
      !condition(object, 'Issuing'),
  );
}

/** The Secret of a certificate made by `certificate`. */
export function secretOf(
  cluster: TestCertificates,
  name: string,
): Promise<Secret> {
  return cluster.until<Secret>(
    resources.secrets,
    `${name}-tls`,
    secret => secret !== undefined,
  );
}
