import { createPrivateKey, createPublicKey, webcrypto } from 'node:crypto';

/** A key as the Web Crypto API uses it, with the algorithm to sign by. */
export interface SigningKeys {
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  algorithm: { name: string; hash: string; namedCurve?: string };
}

const CURVES: Record<string, string> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

/** Reads a private key from any PEM that Node understands: PKCS #1, PKCS #8 or SEC 1. */
export async function importPrivateKey(pem: string): Promise<SigningKeys> {
  const key = createPrivateKey(pem);
  const curve = key.asymmetricKeyDetails?.namedCurve;
  const algorithm = curve
    ? { name: 'ECDSA', hash: 'SHA-256', namedCurve: CURVES[curve] }
    : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const read = (format: 'pkcs8' | 'spki', usage: 'sign' | 'verify') => {
    const from = format === 'pkcs8' ? key : createPublicKey(key);
    const der = from.export({ format: 'der', type: format } as never) as never;
    return webcrypto.subtle.importKey(format, der, algorithm, true, [usage]);
  };
  return {
    privateKey: (await read('pkcs8', 'sign')) as CryptoKey,
    publicKey: (await read('spki', 'verify')) as CryptoKey,
    algorithm,
  };
}
