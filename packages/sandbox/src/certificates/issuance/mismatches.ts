import { CertificateRequest, CertificateSpec, IssuerRef } from '../types';
import { StoredCertificate } from './readKeyPair';
import { readSigningRequest } from './readSigningRequest';

/** The fields of a Certificate's spec that a CertificateRequest does not fulfil. */
export function requestMismatches(
  spec: CertificateSpec,
  request: CertificateRequest,
): string[] {
  const asked = readSigningRequest(request.spec.request);
  return [
    ...nameMismatches(spec, asked),
    ...(describeIssuer(spec.issuerRef) !==
    describeIssuer(request.spec.issuerRef)
      ? ['spec.issuerRef']
      : []),
    ...(spec.duration !== request.spec.duration ? ['spec.duration'] : []),
    ...((spec.isCA ?? false) !== (request.spec.isCA ?? false)
      ? ['spec.isCA']
      : []),
  ];
}

/** The fields of a Certificate's spec that an issued certificate does not fulfil. */
export function nameMismatches(
  spec: CertificateSpec,
  issued: Pick<StoredCertificate, 'names' | 'commonName'>,
): string[] {
  const isAddress = (name: string) => /^[\d.]+$|:/.test(name);
  const dnsNames = issued.names.filter(name => !isAddress(name));
  const addresses = issued.names.filter(isAddress);
  return [
    ...(spec.commonName && spec.commonName !== issued.commonName
      ? ['spec.commonName']
      : []),
    ...(isSameSet(spec.dnsNames, dnsNames) ? [] : ['spec.dnsNames']),
    ...(isSameSet(spec.ipAddresses, addresses) ? [] : ['spec.ipAddresses']),
  ];
}

/** `ClusterIssuer.cert-manager.io/letsencrypt` */
export function describeIssuer(reference: Partial<IssuerRef>): string {
  const { name = '', kind = 'Issuer', group = 'cert-manager.io' } = reference;
  return `${kind}.${group}/${name}`;
}

function isSameSet(a: string[] = [], b: string[] = []): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  return left.size === right.size && [...left].every(name => right.has(name));
}
