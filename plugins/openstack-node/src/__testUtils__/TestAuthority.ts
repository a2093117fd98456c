import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  Pkcs10CertificateRequest,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const ALGORITHM = {
  name: 'ECDSA',
  namedCurve: 'P-256',
  hash: 'SHA-256',
};

const VALID = {
  notBefore: new Date(Date.now() - 60_000),
  notAfter: new Date(Date.now() + 3_600_000),
};

/** Signs certificates as Magnum does for a cluster. */
export class TestAuthority {
  readonly #keys: CryptoKeyPair;
  readonly pem: string;

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

  async sign(csrPem: string): Promise<string> {
    const request = new Pkcs10CertificateRequest(csrPem);
    if (!(await request.verify())) {
      throw new Error('the request is not signed with its own key');
    }
    const certificate = await X509CertificateGenerator.create({
      ...VALID,
      issuer: 'CN=test-authority',
      subject: request.subjectName,
      publicKey: request.publicKey,
      signingKey: this.#keys.privateKey,
      signingAlgorithm: ALGORITHM,
    });
    return certificate.toString('pem');
  }

  /** For a server at 127.0.0.1. */
  async createServerPair(): Promise<{ cert: string; key: string }> {
    const keys = await createKeys();
    const certificate = await X509CertificateGenerator.create({
      ...VALID,
      issuer: 'CN=test-authority',
      subject: 'CN=server',
      publicKey: keys.publicKey,
      signingKey: this.#keys.privateKey,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new SubjectAlternativeNameExtension([
          { type: 'ip', value: '127.0.0.1' },
        ]),
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
