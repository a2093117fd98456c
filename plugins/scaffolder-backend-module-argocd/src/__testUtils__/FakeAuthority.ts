import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { webcrypto } from 'node:crypto';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const HOUR_MS = 3_600_000;

/** Both PEM. */
interface KeyPair {
  cert: string;
  key: string;
}

/** The certificate authority of one cluster, as Magnum keeps it. */
export class FakeAuthority {
  readonly pem: string;
  readonly #certificate: x509.X509Certificate;
  readonly #key: CryptoKey;

  static async create(name: string): Promise<FakeAuthority> {
    const keys = await createKeys();
    const certificate = await x509.X509CertificateGenerator.createSelfSigned(
      {
        ...validity(),
        name: `CN=${name}`,
        keys,
        signingAlgorithm: ALGORITHM,
        extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
      },
      webcrypto as Crypto,
    );
    return new FakeAuthority(certificate, keys.privateKey);
  }

  private constructor(certificate: x509.X509Certificate, key: CryptoKey) {
    this.#certificate = certificate;
    this.#key = key;
    this.pem = certificate.toString('pem');
  }

  /** What a server on 127.0.0.1 shows. */
  issueServer(): Promise<KeyPair> {
    const names = new x509.SubjectAlternativeNameExtension([
      { type: 'ip', value: '127.0.0.1' },
    ]);
    return this.#issue('CN=kube-apiserver', [names]);
  }

  /** What an administrator shows; sooner made than by a request. */
  issueAdmin(): Promise<KeyPair> {
    return this.#issue('O=system:masters, CN=admin', []);
  }

  /** Whatever the request says its owner is. */
  async sign(requestPem: string): Promise<string> {
    const request = new x509.Pkcs10CertificateRequest(requestPem);
    return this.#sign(request.subject, request.publicKey, []);
  }

  async #issue(
    subject: string,
    extensions: x509.Extension[],
  ): Promise<KeyPair> {
    const keys = await createKeys();
    const cert = await this.#sign(subject, keys.publicKey, extensions);
    const key = await webcrypto.subtle.exportKey(
      'pkcs8',
      keys.privateKey as webcrypto.CryptoKey,
    );
    const tag = x509.PemConverter.PrivateKeyTag;
    return { cert, key: x509.PemConverter.encode(key, tag) };
  }

  async #sign(
    subject: string,
    publicKey: x509.PublicKeyType,
    extensions: x509.Extension[],
  ): Promise<string> {
    const certificate = await x509.X509CertificateGenerator.create(
      {
        ...validity(),
        subject,
        issuer: this.#certificate.subject,
        publicKey,
        signingKey: this.#key,
        signingAlgorithm: ALGORITHM,
        extensions,
      },
      webcrypto as Crypto,
    );
    return certificate.toString('pem');
  }
}

// Types of Node's keys differ from those of browsers, which the library has.
async function createKeys(): Promise<CryptoKeyPair> {
  return (await webcrypto.subtle.generateKey(ALGORITHM, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
}

function validity() {
  return {
    notBefore: new Date(Date.now() - HOUR_MS),
    notAfter: new Date(Date.now() + HOUR_MS),
  };
}
