import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

/** What a signing request asks for. */
export interface SigningRequest {
  pem: string;
  commonName?: string;
  /** DNS names and addresses. */
  names: string[];
}

/** Reads the `spec.request` of a CertificateRequest or an Order. */
export function readSigningRequest(base64: string): SigningRequest {
  const pem = Buffer.from(base64, 'base64').toString('utf8');
  const request = new x509.Pkcs10CertificateRequest(pem);
  const extension = request.extensions.find(
    found => found instanceof x509.SubjectAlternativeNameExtension,
  );
  return {
    pem,
    commonName: request.subjectName.getField('CN')[0],
    names: (extension?.names.items ?? []).map(name => name.value),
  };
}
