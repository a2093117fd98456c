import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { CertificateSpec } from '../types';

const generate = promisify(generateKeyPair);
const CURVES: Record<number, string> = {
  256: 'prime256v1',
  384: 'secp384r1',
  521: 'secp521r1',
};

/** A new private key as the Certificate asks for it: RSA with 2048 bits unless it says otherwise. */
export async function generatePrivateKey(
  spec: CertificateSpec['privateKey'] = {},
): Promise<string> {
  const { algorithm = 'RSA', encoding = 'PKCS1' } = spec;
  const publicKeyEncoding = { type: 'spki', format: 'pem' } as const;
  if (algorithm === 'ECDSA') {
    const { privateKey } = await generate('ec', {
      namedCurve: CURVES[spec.size ?? 256] ?? CURVES[256],
      publicKeyEncoding,
      privateKeyEncoding: {
        type: encoding === 'PKCS8' ? 'pkcs8' : 'sec1',
        format: 'pem',
      },
    });
    return privateKey;
  }
  const { privateKey } = await generate('rsa', {
    modulusLength: spec.size ?? 2048,
    publicKeyEncoding,
    privateKeyEncoding: {
      type: encoding === 'PKCS8' ? 'pkcs8' : 'pkcs1',
      format: 'pem',
    },
  });
  return privateKey;
}
