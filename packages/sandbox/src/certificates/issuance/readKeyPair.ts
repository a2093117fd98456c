import { createPrivateKey, X509Certificate } from 'node:crypto';
import { Secret } from '../types';

/** The certificate in a Secret. */
export interface StoredCertificate {
  notBefore: Date;
  notAfter: Date;
  names: string[];
  commonName?: string;
}

export type ReadKeyPairResult =
  | { outcome: 'read'; certificate: StoredCertificate }
  | { outcome: 'incomplete'; missing: 'data' | 'key' | 'certificate' }
  | { outcome: 'invalid'; reason: string };

/** Reads the certificate of a TLS Secret and checks that its key belongs to it. */
export function readKeyPair(secret: Pick<Secret, 'data'>): ReadKeyPairResult {
  const { data } = secret;
  if (!data || Object.keys(data).length === 0) {
    return { outcome: 'incomplete', missing: 'data' };
  }
  if (!data['tls.key']) {
    return { outcome: 'incomplete', missing: 'key' };
  }
  if (!data['tls.crt']) {
    return { outcome: 'incomplete', missing: 'certificate' };
  }
  try {
    const certificate = new X509Certificate(decode(data['tls.crt']));
    const key = createPrivateKey(decode(data['tls.key']));
    if (!certificate.checkPrivateKey(key)) {
      return {
        outcome: 'invalid',
        reason: 'tls: private key does not match public key',
      };
    }
    return { outcome: 'read', certificate: describe(certificate) };
  } catch (error) {
    return { outcome: 'invalid', reason: (error as Error).message };
  }
}

function describe(certificate: X509Certificate): StoredCertificate {
  const names = (certificate.subjectAltName ?? '').split(', ');
  return {
    notBefore: new Date(certificate.validFrom),
    notAfter: new Date(certificate.validTo),
    names: names
      .filter(name => name !== '')
      .map(name => name.replace(/^(DNS|IP Address):/, '')),
    commonName: /(?:^|\n)CN=(.*)/.exec(certificate.subject ?? '')?.[1],
  };
}

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}
