import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { X509Certificate, webcrypto } from 'node:crypto';
import fs from 'node:fs';
import { CloudClient } from '../../testing/CloudClient';
import { pick } from '../../testing/pick';
import { startTestCloud, TestCloud } from '../../testing/startTestCloud';

x509.cryptoProvider.set(webcrypto as Crypto);

const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

describe('certificates of a cluster', () => {
  let cloud: TestCloud;
  let slipway: CloudClient;
  let uuid: string;
  let csr: string;

  const until = (status: string) =>
    cloud.until(
      () => slipway.magnum('GET', `/clusters/${uuid}`),
      answer => pick(answer, 'status') === status,
    );

  beforeAll(async () => {
    cloud = await startTestCloud();
    slipway = cloud.slipway;
    const created = await slipway.magnum('POST', '/clusters', {
      name: 'team-a',
      cluster_template_id: 'k8s-v1.36',
    });
    uuid = String(pick(created, 'uuid'));
    await until('CREATE_COMPLETE');
    const keys = (await webcrypto.subtle.generateKey(ALGORITHM, true, [
      'sign',
      'verify',
    ])) as CryptoKeyPair;
    const request = await x509.Pkcs10CertificateRequestGenerator.create({
      name: 'O=system:masters, CN=admin',
      keys,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new x509.SubjectAlternativeNameExtension([
          { type: 'dns', value: 'somewhere' },
        ]),
      ],
    });
    csr = request.toString('pem');
  });

  afterAll(() => cloud.stop());

  const caPem = async (query = '') =>
    String(
      pick(await slipway.magnum('GET', `/certificates/${uuid}${query}`), 'pem'),
    );
  const sign = (client: CloudClient, body: object = {}) =>
    client.magnum('POST', '/certificates', {
      cluster_uuid: uuid,
      csr,
      ...body,
    });

  it('are signed by the CA that the cluster was made with', async () => {
    const pem = await caPem();
    expect(cloud.backend.orders.get(uuid)!.ca.certificatePem).toBe(pem);
    const signed = await sign(slipway);
    expect(signed.status).toBe(201);
    expect(signed.body).toMatchObject({ cluster_uuid: uuid, csr });
    const certificate = new X509Certificate(String(pick(signed, 'pem')));
    expect(certificate.verify(new X509Certificate(pem).publicKey)).toBe(true);
    expect(certificate.subject.split('\n').sort()).toEqual([
      'CN=admin',
      'O=system:masters',
    ]);
    expect(certificate.subjectAltName).toBe('DNS:somewhere');
    expect(certificate.ca).toBe(false);
    const days =
      (new Date(certificate.validTo).getTime() - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(1824);
  });

  it('are also there for etcd and the front proxy', async () => {
    const pems = await Promise.all([
      caPem(),
      caPem('?ca_cert_type=etcd'),
      caPem('?ca_cert_type=front-proxy'),
    ]);
    expect(new Set(pems).size).toBe(3);
    expect(await caPem('?ca_cert_type=other')).toBe(pems[0]);
  });

  it('are for the one who made the cluster, and for administrators', async () => {
    const [colleague, reader, admin] = await Promise.all([
      cloud.as('colleague'),
      cloud.as('reader'),
      cloud.as('admin', 'admin'),
    ]);
    expect((await sign(colleague)).status).toBe(403);
    const refused = await sign(reader);
    expect(pick(refused, 'errors', 0, 'detail')).toBe(
      "Policy doesn't allow certificate:create to be performed.",
    );
    expect((await sign(admin)).status).toBe(201);
    const read = await colleague.magnum('GET', `/certificates/${uuid}`);
    expect(read.status).toBe(403);
  });

  it('are refused for bad requests and unknown clusters', async () => {
    const bad = await sign(slipway, { csr: 'bad' });
    expect(bad.status).toBe(400);
    expect(pick(bad, 'errors', 0, 'detail')).toBe(
      "Received invalid csr b'bad'.",
    );
    expect((await sign(slipway, { cluster_uuid: 'nope' })).status).toBe(400);
    expect((await slipway.magnum('GET', '/certificates/nope')).status).toBe(
      404,
    );
  });

  it('have a new CA after a rotation', async () => {
    const before = await caPem();
    const rotated = await slipway.magnum('PATCH', `/certificates/${uuid}`);
    expect(rotated.status).toBe(202);
    await until('UPDATE_COMPLETE');
    const after = await caPem();
    expect(after).not.toBe(before);
    expect(cloud.backend.orders.get(uuid)!.ca.certificatePem).toBe(after);
    await cloud.restart();
    expect(await caPem()).toBe(after);
    expect(cloud.backend.orders.get(uuid)!.ca.certificatePem).toBe(after);
  });

  it('work on with the credential of whoever renews it', async () => {
    const colleague = await cloud.as('colleague');
    const renewed = await colleague.magnum('PATCH', `/credentials/${uuid}`);
    expect(renewed.status).toBe(202);
    await until('UPDATE_COMPLETE');
    expect((await sign(colleague)).status).toBe(201);
    expect((await sign(slipway)).status).toBe(403);
  });

  it('go with the cluster, keys and all', async () => {
    const folders = () =>
      fs
        .readdirSync(cloud.folder, { recursive: true, encoding: 'utf8' })
        .filter(file => file.includes(uuid));
    expect(folders()).not.toEqual([]);
    await slipway.magnum('DELETE', `/clusters/${uuid}`);
    await cloud.until(
      () => slipway.magnum('GET', `/clusters/${uuid}`),
      answer => answer.status === 404,
    );
    expect(folders()).toEqual([]);
  });
});
