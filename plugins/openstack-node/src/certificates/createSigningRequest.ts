// What x509 registers its parts with.
import 'reflect-metadata';
import {
  Name,
  PemConverter,
  Pkcs10CertificateRequestGenerator,
} from '@peculiar/x509';

/** A request for a certificate, and the key that it is for. */
export interface SigningRequest {
  csrPem: string;
  keyPem: string;
}

const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

/** For an administrator, with a new key that exists nowhere else. */
export async function createSigningRequest(): Promise<SigningRequest> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, [
    'sign',
    'verify',
  ]);
  const request = await Pkcs10CertificateRequestGenerator.create(
    {
      name: new Name([
        { O: [{ utf8String: 'system:masters' }] },
        { CN: [{ utf8String: 'admin' }] },
      ]),
      keys,
      signingAlgorithm: ALGORITHM,
    },
    crypto,
  );
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    csrPem: request.toString('pem'),
    keyPem: PemConverter.encode(key, PemConverter.PrivateKeyTag),
  };
}
