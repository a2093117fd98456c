import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

const VALID = {
  notBefore: new Date(Date.now() - 60_000),
  notAfter: new Date(Date.now() + 3_600_000),
};

/** What servers and clients trust in a test. */
export class TestAuthority {
  readonly pem: string;
  readonly #keys: CryptoKeyPair;

  static async create(): Promise<TestAuthority> {
    const keys = await createKeys();
    const certificate = await X509CertificateGenerator.createSelfSigned({
      ...VALID,
      name: 'CN=test-authority',
      keys,
      signingAlgorithm: ALGORITHM,
      extensions: [new BasicConstraintsExtension(true)],
    });
    return new TestAuthority(keys, certificate.toString('pem'));
  }

  private constructor(keys: CryptoKeyPair, pem: string) {
    this.#keys = keys;
    this.pem = pem;
  }

  /** A certificate and its key, for a client or for a server with that name. */
  async issue(name: string): Promise<{ cert: string; key: string }> {
    const keys = await createKeys();
    const certificate = await X509CertificateGenerator.create({
      ...VALID,
      issuer: 'CN=test-authority',
      subject: `CN=${name}`,
      publicKey: keys.publicKey,
      signingKey: this.#keys.privateKey,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new SubjectAlternativeNameExtension([{ type: 'dns', value: name }]),
      ],
    });
    const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
    return {
      cert: certificate.toString('pem'),
      key: PemConverter.encode(key, PemConverter.PrivateKeyTag),
    };
  }
}

async function createKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}
