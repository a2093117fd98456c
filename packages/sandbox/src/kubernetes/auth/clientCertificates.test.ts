import 'reflect-metadata';
import fs from 'node:fs';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { KubernetesClient, resources } from '../../client';
import { CertificateAuthority } from '../../pki/CertificateAuthority';
import { StateFolder } from '../../state/StateFolder';
import { startTestApi, TestApi } from '../testing/startTestApi';

const HOUR = 3600_000;

describe('client certificates', () => {
  let folder: string;
  let ca: CertificateAuthority;
  let test: TestApi;

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'client-ca-'));
    ca = await newCa('team-a');
    test = await startTestApi({ ca, bare: true });
  });
  afterAll(async () => {
    await test.close();
    fs.rmSync(folder, { recursive: true });
  });

  function newCa(name: string) {
    return CertificateAuthority.loadOrCreate(
      StateFolder.open(path.join(folder, name)),
      name,
      new Date(Date.now() - HOUR),
    );
  }

  interface Answer {
    code: number;
    user?: { username: string; groups: string[]; extra?: object };
  }

  /** Who the API server takes the caller for. */
  async function whoAmI(options: {
    subject?: string;
    signer?: CertificateAuthority;
    endsInMs?: number;
    token?: string;
  }): Promise<Answer> {
    const { subject, signer = ca, endsInMs = HOUR, token } = options;
    const pair =
      subject === undefined
        ? undefined
        : await signer.issue({
            subject,
            notBefore: new Date(Date.now() - 2 * HOUR),
            notAfter: new Date(Date.now() + endsInMs),
          });
    const body = JSON.stringify({
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'SelfSubjectReview',
    });
    return new Promise((resolve, reject) => {
      const request = https.request(
        `${test.api.url}/apis/authentication.k8s.io/v1/selfsubjectreviews`,
        {
          method: 'POST',
          ca: test.api.caPem,
          cert: pair?.certificatePem,
          key: pair?.privateKeyPem,
          agent: false,
          headers: {
            'content-type': 'application/json',
            ...(token ? { authorization: `Bearer ${token}` } : {}),
          },
        },
        async response => {
          let text = '';
          for await (const chunk of response) {
            text += chunk;
          }
          resolve({
            code: response.statusCode ?? 0,
            user: JSON.parse(text).status?.userInfo,
          });
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }

  it('are people by their CN, and groups by each O', async () => {
    const { code, user } = await whoAmI({
      subject: 'CN=dana,O=storefront,O=system:masters',
    });
    expect(code).toBe(201);
    expect(user).toMatchObject({
      username: 'dana',
      groups: ['storefront', 'system:masters', 'system:authenticated'],
      extra: {
        'authentication.kubernetes.io/credential-id': [
          expect.stringMatching(/^X509SHA256=[0-9a-f]{64}$/),
        ],
      },
    });
  });

  it('come before a token', async () => {
    const { user } = await whoAmI({ subject: 'CN=dana', token: 'admin-token' });
    expect(user?.username).toBe('dana');
  });

  it('of another CA, or of the past, are worth nothing', async () => {
    const signer = await newCa('another');
    const subject = 'CN=admin,O=system:masters';
    expect((await whoAmI({ subject, signer })).code).toBe(401);
    expect((await whoAmI({ subject, endsInMs: -HOUR })).code).toBe(401);
    const withToken = await whoAmI({ subject, signer, token: 'admin-token' });
    expect(withToken.user?.username).toBe('admin');
  });

  it('are the only way into a bare cluster for those it was not told of', async () => {
    const reader = test.clientOf('reader');
    await expect(reader.list(resources.nodes)).rejects.toMatchObject({
      code: 403,
    });
    const pair = await ca.issue({
      subject: 'CN=admin,O=system:masters',
      notBefore: new Date(Date.now() - HOUR),
      notAfter: new Date(Date.now() + HOUR),
    });
    const admin = KubernetesClient.create({
      name: 'team-a',
      server: test.api.url,
      caPem: test.api.caPem,
      token: '',
      clientCertificate: {
        certPem: pair.certificatePem,
        keyPem: pair.privateKeyPem,
      },
      manager: 'test',
    });
    const { items } = await admin.request<{
      items: { metadata: { name: string } }[];
    }>('/apis/rbac.authorization.k8s.io/v1/clusterroles');
    admin.close();
    expect(items.map(({ metadata }) => metadata.name)).toContain(
      'cluster-admin',
    );
    expect(
      items.filter(({ metadata }) => metadata.name.startsWith('slipway')),
    ).toEqual([]);
  });
});
