import { CertificateAuthority } from '../../pki/CertificateAuthority';
import { CertManager } from '../CertManager';
import { readSigningRequest } from '../issuance/readSigningRequest';
import { secretNamespaceOf } from '../issuers/reconcileIssuer';
import { CertificateRequest, Issuer } from '../types';
import { SigningResult } from './SigningResult';
import { validityOf } from './validityOf';

/** Signs with the key pair in the Secret of a CA issuer. */
export async function signByCa(
  manager: CertManager,
  issuer: Issuer,
  request: CertificateRequest,
): Promise<SigningResult> {
  const { secretName } = issuer.spec.ca!;
  const secret = manager.secrets.get(secretName, secretNamespaceOf(issuer));
  const { data } = secret ?? {};
  if (!data?.['tls.crt'] || !data['tls.key']) {
    return {
      outcome: 'pending',
      message: `Referenced secret ${secretNamespaceOf(
        issuer,
      )}/${secretName} not found: secrets "${secretName}" not found`,
    };
  }
  const caPem = decode(data['tls.crt']);
  const authority = await CertificateAuthority.fromKeyPair({
    certificatePem: caPem,
    privateKeyPem: decode(data['tls.key']),
  });
  const { pem, names, commonName } = readSigningRequest(request.spec.request);
  const certificatePem = await authority.signRequest(pem, {
    commonName,
    names,
    isCa: request.spec.isCA,
    ...validityOf(request.spec.duration, manager.now()),
  });
  return { outcome: 'issued', certificatePem, caPem };
}

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}
