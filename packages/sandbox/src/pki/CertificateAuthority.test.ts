import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import {
  createPrivateKey,
  generateKeyPairSync,
  X509Certificate,
} from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StateFolder } from '../state/StateFolder';
import { CertificateAuthority } from './CertificateAuthority';
import { importPrivateKey } from './importPrivateKey';

const notBefore = new Date('2026-11-23T10:00:00Z');
const notAfter = new Date('2027-02-21T10:00:00Z');
const validity = { notBefore, notAfter };

describe('CertificateAuthority', () => {
  let folder: string;
  let state: StateFolder;
  let authority: CertificateAuthority;
  let root: X509Certificate;

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pki-'));
    state = StateFolder.open(folder);
    authority = await CertificateAuthority.loadOrCreate(
      state,
      'Test CA',
      notBefore,
    );
    root = new X509Certificate(authority.certificatePem);
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  function expectIssuedByRoot(leaf: X509Certificate) {
    expect(leaf.checkIssued(root)).toBe(true);
    expect(leaf.verify(root.publicKey)).toBe(true);
  }

  it('is a CA, and the same one the next time', async () => {
    const again = await CertificateAuthority.loadOrCreate(
      state,
      'Test CA',
      new Date(),
    );
    expect(again.certificatePem).toBe(authority.certificatePem);
    expect(root.ca).toBe(true);
    expect(root.subject).toBe('CN=Test CA');
  });

  it('keeps its key for the owner only', () => {
    const { mode } = fs.statSync(state.path('pki', 'Test CA.json'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('issues a key with a certificate for names and addresses', async () => {
    const pair = await authority.issue({
      commonName: 'web',
      names: ['web.dev-1.localhost', '*.apps.localhost', '127.0.0.1'],
      ...validity,
    });
    const leaf = new X509Certificate(pair.certificatePem);
    expectIssuedByRoot(leaf);
    expect(leaf.checkPrivateKey(createPrivateKey(pair.privateKeyPem))).toBe(
      true,
    );
    expect(leaf.checkHost('web.dev-1.localhost')).toBeDefined();
    expect(leaf.checkHost('any.apps.localhost')).toBeDefined();
    expect(leaf.checkHost('a.b.apps.localhost')).toBeUndefined();
    expect(leaf.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(leaf.ca).toBe(false);
    expect(new Date(leaf.validTo)).toEqual(notAfter);
  });

  it.each(['rsa', 'ec'] as const)(
    'signs the key of a request: %s',
    async type => {
      const pair =
        type === 'rsa'
          ? generateKeyPairSync('rsa', { modulusLength: 2048 })
          : generateKeyPairSync('ec', { namedCurve: 'secp384r1' });
      const key = pair.privateKey
        .export({ type: 'pkcs8', format: 'pem' })
        .toString();
      const { algorithm, ...keys } = await importPrivateKey(key);
      const request = await x509.Pkcs10CertificateRequestGenerator.create({
        name: 'CN=asked.localhost',
        keys,
        signingAlgorithm: algorithm,
      });
      const leaf = new X509Certificate(
        await authority.signRequest(request.toString('pem'), {
          names: ['given.localhost'],
          ...validity,
        }),
      );
      expectIssuedByRoot(leaf);
      expect(leaf.checkPrivateKey(pair.privateKey)).toBe(true);
      expect(leaf.checkHost('given.localhost')).toBeDefined();
      expect(leaf.checkHost('asked.localhost')).toBeUndefined();
    },
  );

  it('gives every certificate another serial number', async () => {
    const pairs = await Promise.all(
      [1, 2, 3].map(() => authority.issue(validity)),
    );
    const serials = pairs.map(
      ({ certificatePem }) => new X509Certificate(certificatePem).serialNumber,
    );
    expect(new Set(serials).size).toBe(3);
  });

  it('lets another key sign for itself, and then sign further ones', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const privateKeyPem = privateKey
      .export({ type: 'pkcs1', format: 'pem' })
      .toString();
    const certificatePem = await CertificateAuthority.selfSign(privateKeyPem, {
      commonName: 'own',
      isCa: true,
      ...validity,
    });
    const own = new X509Certificate(certificatePem);
    expect(own.verify(own.publicKey)).toBe(true);
    expect(own.ca).toBe(true);

    const next = await CertificateAuthority.fromKeyPair({
      certificatePem,
      privateKeyPem,
    });
    const { certificatePem: leafPem } = await next.issue(validity);
    expect(new X509Certificate(leafPem).verify(own.publicKey)).toBe(true);
  });
});
