import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import { StateFolder } from '../state/StateFolder';
import { importPrivateKey, SigningKeys } from './importPrivateKey';

/** A certificate with its private key, both PEM. */
export interface KeyPair {
  certificatePem: string;
  privateKeyPem: string;
}

export interface IssueOptions {
  commonName?: string;
  /** The whole name, such as `O=team, CN=person`, instead of `commonName`. */
  subject?: string;
  /** DNS names and IP addresses for the subject alternative names. */
  names?: string[];
  /** Whether it may sign further certificates. */
  isCa?: boolean;
  notBefore: Date;
  notAfter: Date;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const YEAR = 365 * 24 * 3600 * 1000;

const SIGNING_USAGE = new x509.KeyUsagesExtension(
  x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
  true,
);

x509.cryptoProvider.set(webcrypto as Crypto);

/** Signs the sandbox's certificates; its own is what users are asked to trust. */
export class CertificateAuthority {
  readonly certificatePem: string;
  readonly #certificate: x509.X509Certificate;
  readonly #keys: SigningKeys;

  /** The CA kept under `name` in `state`, made at the first call; valid ten years. */
  static async loadOrCreate(
    state: StateFolder,
    name: string,
    now: Date,
  ): Promise<CertificateAuthority> {
    const kept = state.readJson<KeyPair>('pki', `${name}.json`);
    if (kept) {
      return CertificateAuthority.fromKeyPair(kept);
    }
    const keys = await generateKeys();
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      name: `CN=${name}`,
      notBefore: now,
      notAfter: new Date(now.getTime() + 10 * YEAR),
      keys,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new x509.BasicConstraintsExtension(true, undefined, true),
        SIGNING_USAGE,
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    });
    const pair = {
      certificatePem: certificate.toString('pem'),
      privateKeyPem: await exportKey(keys.privateKey),
    };
    state.writeJson(pair, 'pki', `${name}.json`);
    return CertificateAuthority.fromKeyPair(pair);
  }

  /** A CA whose certificate and key come from elsewhere. */
  static async fromKeyPair(pair: KeyPair): Promise<CertificateAuthority> {
    return new CertificateAuthority(
      pair.certificatePem,
      await importPrivateKey(pair.privateKeyPem),
    );
  }

  /** A certificate for a key, signed by that key itself. */
  static async selfSign(
    privateKeyPem: string,
    options: IssueOptions,
  ): Promise<string> {
    const { algorithm, ...keys } = await importPrivateKey(privateKeyPem);
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      name: nameOf(options),
      notBefore: options.notBefore,
      notAfter: options.notAfter,
      keys,
      signingAlgorithm: algorithm,
      extensions: extensionsFor(options),
    });
    return certificate.toString('pem');
  }

  private constructor(certificatePem: string, keys: SigningKeys) {
    this.certificatePem = certificatePem;
    this.#certificate = new x509.X509Certificate(certificatePem);
    this.#keys = keys;
  }

  /** A new key and a server and client certificate for it. */
  async issue(options: IssueOptions): Promise<KeyPair> {
    const keys = await generateKeys();
    return {
      certificatePem: await this.#sign(keys.publicKey, options),
      privateKeyPem: await exportKey(keys.privateKey),
    };
  }

  /** Signs the public key of a PEM request; names come from `options`, not from it. */
  async signRequest(csrPem: string, options: IssueOptions): Promise<string> {
    const request = new x509.Pkcs10CertificateRequest(csrPem);
    return this.#sign(await request.publicKey.export(), options);
  }

  async #sign(publicKey: CryptoKey, options: IssueOptions): Promise<string> {
    const certificate = await x509.X509CertificateGenerator.create({
      subject: nameOf(options),
      issuer: this.#certificate.subject,
      notBefore: options.notBefore,
      notAfter: options.notAfter,
      publicKey,
      signingKey: this.#keys.privateKey,
      signingAlgorithm: this.#keys.algorithm,
      extensions: [
        ...extensionsFor(options),
        await x509.AuthorityKeyIdentifierExtension.create(this.#certificate),
      ],
    });
    return certificate.toString('pem');
  }
}

function nameOf({ commonName, subject }: IssueOptions): string {
  return subject ?? (commonName ? `CN=${commonName}` : '');
}

function extensionsFor({ names = [], isCa = false }: IssueOptions) {
  const alternatives = names.map(value => ({
    type: isIP(value) ? ('ip' as const) : ('dns' as const),
    value,
  }));
  return [
    new x509.BasicConstraintsExtension(isCa, undefined, true),
    new x509.ExtendedKeyUsageExtension([
      x509.ExtendedKeyUsage.serverAuth,
      x509.ExtendedKeyUsage.clientAuth,
    ]),
    ...(isCa ? [SIGNING_USAGE] : []),
    ...(alternatives.length
      ? [new x509.SubjectAlternativeNameExtension(alternatives)]
      : []),
  ];
}

async function generateKeys(): Promise<CryptoKeyPair> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, [
    'sign',
    'verify',
  ]);
  // Node's types and those of the browser name the same thing differently.
  return keys as CryptoKeyPair;
}

async function exportKey(key: CryptoKey): Promise<string> {
  const der = await webcrypto.subtle.exportKey('pkcs8', key);
  return x509.PemConverter.encode(der, 'PRIVATE KEY');
}
