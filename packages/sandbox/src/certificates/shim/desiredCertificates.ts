import { isIP } from 'node:net';
import { controllerReference, KubernetesObject } from '../../client';
import { Certificate, CertificateSpec, IssuerRef } from '../types';

/** The part of an Ingress that matters here. */
export interface IngressWithTls extends KubernetesObject {
  spec?: { tls?: { hosts?: string[]; secretName?: string }[] };
}

export interface DesiredCertificates {
  certificates: Certificate[];
  /** Why a TLS block was left out; Events of the Ingress. */
  problems: string[];
}

const PREFIX = 'cert-manager.io';

/** The Certificates that an Ingress with cert-manager's annotations asks for; `undefined` without them. */
export function desiredCertificates(
  ingress: IngressWithTls,
): DesiredCertificates | undefined {
  const issuerRef = issuerFor(ingress);
  if (!issuerRef) {
    return undefined;
  }
  const certificates: Certificate[] = [];
  const problems: string[] = [];
  const blocks = ingress.spec?.tls ?? [];
  blocks.forEach(({ hosts = [], secretName }, index) => {
    const field = `spec.tls[${index}]`;
    const missing = [
      ...(hosts.length ? [] : [`${field}.hosts: Required value`]),
      ...(secretName ? [] : [`${field}.secretName: Required value`]),
    ];
    if (missing.length || !secretName) {
      const listed =
        missing.length > 1 ? `[${missing.join(', ')}]` : missing[0];
      problems.push(`Skipped a TLS block: ${listed}`);
    } else if (
      blocks.some((b, i) => i < index && b.secretName === secretName)
    ) {
      problems.push(
        `Duplicate TLS entry for secretName "${secretName}" in Ingress ${ingress.metadata.namespace}/${ingress.metadata.name}`,
      );
    } else {
      certificates.push(
        certificateFor({ ingress, hosts, secretName, issuerRef }),
      );
    }
  });
  return { certificates, problems };
}

function issuerFor({ metadata }: KubernetesObject): IssuerRef | undefined {
  const noted = metadata.annotations ?? {};
  const cluster = noted[`${PREFIX}/cluster-issuer`];
  const local = noted[`${PREFIX}/issuer`];
  if (!cluster && !local) {
    return undefined;
  }
  return {
    name: cluster ?? local,
    kind: cluster
      ? 'ClusterIssuer'
      : noted[`${PREFIX}/issuer-kind`] ?? 'Issuer',
    group: noted[`${PREFIX}/issuer-group`] ?? PREFIX,
  };
}

function certificateFor(options: {
  ingress: IngressWithTls;
  hosts: string[];
  secretName: string;
  issuerRef: IssuerRef;
}): Certificate {
  const { ingress, hosts, secretName, issuerRef } = options;
  const addresses = hosts.filter(host => isIP(host));
  const dnsNames = hosts.filter(host => !isIP(host));
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: {
      name: secretName,
      namespace: ingress.metadata.namespace,
      ...(ingress.metadata.labels ? { labels: ingress.metadata.labels } : {}),
      ownerReferences: [controllerReference(ingress)],
    },
    spec: {
      secretName,
      issuerRef,
      ...(dnsNames.length ? { dnsNames } : {}),
      ...(addresses.length ? { ipAddresses: addresses } : {}),
      usages: ['digital signature', 'key encipherment'],
      ...tunables(ingress),
    },
  };
}

function tunables({ metadata }: KubernetesObject): Partial<CertificateSpec> {
  const noted = metadata.annotations ?? {};
  const read = (name: string) => noted[`${PREFIX}/${name}`];
  const algorithm = read('private-key-algorithm');
  const rotationPolicy = read('private-key-rotation-policy');
  const size = read('private-key-size');
  const key = {
    ...(algorithm ? { algorithm } : {}),
    ...(rotationPolicy ? { rotationPolicy } : {}),
    ...(size ? { size: Number(size) } : {}),
  } as CertificateSpec['privateKey'];
  const limit = read('revision-history-limit');
  return {
    ...(read('common-name') ? { commonName: read('common-name') } : {}),
    ...(read('duration') ? { duration: read('duration') } : {}),
    ...(read('renew-before') ? { renewBefore: read('renew-before') } : {}),
    ...(read('usages') ? { usages: read('usages').split(',') } : {}),
    ...(limit ? { revisionHistoryLimit: Number(limit) } : {}),
    ...(Object.keys(key!).length ? { privateKey: key } : {}),
  };
}
