import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { isIP } from 'node:net';
import { importPrivateKey } from '../../pki/importPrivateKey';
import { CertificateSpec } from '../types';

/** The PEM of a signing request for a Certificate's names. */
export async function createSigningRequest(
  spec: CertificateSpec,
  privateKeyPem: string,
): Promise<string> {
  const { algorithm, ...keys } = await importPrivateKey(privateKeyPem);
  const names = namesOf(spec).map(value => ({
    type: isIP(value) ? ('ip' as const) : ('dns' as const),
    value,
  }));
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name: spec.commonName ? `CN=${spec.commonName}` : '',
    keys,
    signingAlgorithm: algorithm,
    extensions: names.length
      ? [new x509.SubjectAlternativeNameExtension(names)]
      : [],
  });
  return request.toString('pem');
}

/** The DNS names and addresses that a certificate is to be valid for. */
function namesOf(spec: CertificateSpec): string[] {
  return [...(spec.dnsNames ?? []), ...(spec.ipAddresses ?? [])];
}
