import { X509Certificate } from 'node:crypto';
import { KubernetesObject, KubernetesResource, resources } from '../client';
import {
  NAMESPACE,
  certificate,
  condition,
  leafOf,
  secretOf,
  untilIssued,
} from './testing/objects';
import {
  startTestCertificates,
  TestCertificates,
} from './testing/startTestCertificates';
import { Certificate, CertificateRequest } from './types';

jest.setTimeout(60_000);

const DAY = 24 * 3_600_000;

describe('startCertificates', () => {
  let cluster: TestCertificates;

  beforeAll(async () => {
    cluster = await startTestCertificates();
  });
  afterAll(() => cluster.stop());

  it('registers the account of an ACME issuer', async () => {
    const found = await cluster.until<KubernetesObject>(
      resources.clusterIssuers,
      'letsencrypt',
      object => condition(object as Certificate, 'Ready')?.status === 'True',
    );
    expect(condition(found as Certificate, 'Ready')).toMatchObject({
      reason: 'ACMEAccountRegistered',
      message: 'The ACME account was registered with the ACME server',
    });
    expect(found.status).toMatchObject({
      acme: {
        uri: expect.stringMatching(
          /^https:\/\/acme.example.test\/acme\/acct\/\d+$/,
        ),
      },
    });
  });

  it('issues through a request, an order and a challenge', async () => {
    await cluster.client.create(resources.certificates, certificate('web'));
    const issued = await untilIssued(cluster, 'web');
    const secret = await secretOf(cluster, 'web');
    const leaf = leafOf(secret);
    const authority = new X509Certificate(cluster.ca.certificatePem);

    expect(leaf.checkIssued(authority)).toBe(true);
    expect(leaf.verify(authority.publicKey)).toBe(true);
    expect(leaf.checkHost('web.dev-1.localhost')).toBe('web.dev-1.localhost');
    expect(secret).toMatchObject({
      type: 'kubernetes.io/tls',
      metadata: {
        annotations: {
          'cert-manager.io/alt-names': 'web.dev-1.localhost',
          'cert-manager.io/certificate-name': 'web',
          'cert-manager.io/issuer-kind': 'ClusterIssuer',
          'cert-manager.io/issuer-name': 'letsencrypt',
        },
      },
    });
    expect(issued.status).toMatchObject({
      revision: 1,
      notAfter: new Date(leaf.validTo).toISOString().replace('.000', ''),
    });
    const lifetime =
      new Date(leaf.validTo).getTime() - new Date(leaf.validFrom).getTime();
    expect(new Date(issued.status!.renewalTime!).getTime()).toBe(
      new Date(leaf.validFrom).getTime() + (lifetime * 2) / 3,
    );

    const request = await cluster.until<CertificateRequest>(
      resources.certificateRequests,
      'web-1',
      object => condition(object, 'Ready')?.reason === 'Issued',
    );
    expect(condition(request, 'Approved')?.reason).toBe('cert-manager.io');
    expect(request.metadata.annotations).toMatchObject({
      'cert-manager.io/certificate-name': 'web',
      'cert-manager.io/certificate-revision': '1',
    });
    const { items: orders } = await cluster.client.list(resources.orders, {
      namespace: NAMESPACE,
    });
    const order = orders.find(({ metadata }) =>
      metadata.name.startsWith('web-1-'),
    );
    expect(order?.status).toMatchObject({ state: 'valid' });
    await expect(
      cluster.untilEvent(
        'web',
        'Issuing: The certificate has been successfully issued',
      ),
    ).resolves.toBeUndefined();
    await expect(
      cluster.untilEvent(
        'web-1',
        'CertificateIssued: Certificate fetched from issuer successfully',
      ),
    ).resolves.toBeUndefined();
    await expect(
      cluster.untilEvent(
        order!.metadata.name,
        'Complete: Order completed successfully',
      ),
    ).resolves.toBeUndefined();
  });

  it('removes the challenges of a finished order and the temporary key', async () => {
    await cluster.client.create(resources.certificates, certificate('tidy'));
    await untilIssued(cluster, 'tidy');
    const leftOf = async (resource: KubernetesResource) => {
      const { items } = await cluster.client.list(resource, {
        namespace: NAMESPACE,
      });
      return items
        .map(({ metadata }) => metadata.name)
        .filter(name => name.startsWith('tidy-') && name !== 'tidy-tls');
    };
    for (const resource of [resources.secrets, resources.challenges]) {
      for (const name of await leftOf(resource)) {
        await cluster.until(resource, name, object => object === undefined);
      }
      expect(await leftOf(resource)).toEqual([]);
    }
  });

  it('proves a wildcard by DNS', async () => {
    await cluster.client.create(
      resources.certificates,
      certificate('wildcard', { dnsNames: ['*.dev-1.localhost'] }),
    );
    await untilIssued(cluster, 'wildcard');
    const leaf = leafOf(await secretOf(cluster, 'wildcard'));
    expect(leaf.checkHost('anything.dev-1.localhost')).toBeDefined();
  });

  it('issues anew when the Secret is deleted, and when the names change', async () => {
    const { client } = cluster;
    await client.create(resources.certificates, certificate('again'));
    await untilIssued(cluster, 'again', 1);
    await client.delete(resources.secrets, 'again-tls', {
      namespace: NAMESPACE,
    });
    await untilIssued(cluster, 'again', 2);
    await client.patch(
      resources.certificates,
      'again',
      { spec: { dnsNames: ['other.dev-1.localhost'] } },
      { namespace: NAMESPACE },
    );
    await untilIssued(cluster, 'again', 3);
    const leaf = leafOf(await secretOf(cluster, 'again'));
    expect(leaf.checkHost('other.dev-1.localhost')).toBeDefined();
    await expect(
      cluster.untilEvent(
        'again',
        'Issuing: Fields on existing CertificateRequest resource not up to date: [spec.dnsNames]',
      ),
    ).resolves.toBeUndefined();
    await cluster.until(
      resources.certificateRequests,
      'again-2',
      r => r === undefined,
    );
  });

  it('renews by hand, as cmctl asks for it, and one who may do nothing else may do that', async () => {
    const { client, operator } = cluster;
    await client.create(resources.certificates, certificate('byhand'));
    await untilIssued(cluster, 'byhand', 1);
    const issued = await operator.get<Certificate>(
      resources.certificates,
      'byhand',
      NAMESPACE,
    );
    const triggered = {
      ...issued!,
      status: {
        ...issued!.status,
        conditions: [
          ...issued!.status!.conditions!,
          {
            type: 'Issuing',
            status: 'True' as const,
            reason: 'ManuallyTriggered',
            message: 'Certificate re-issuance manually triggered',
            lastTransitionTime: new Date().toISOString(),
          },
        ],
      },
    };
    await operator.update(resources.certificates, triggered, 'status');
    expect((await untilIssued(cluster, 'byhand', 2)).status?.revision).toBe(2);
    // With the version from before.
    await expect(
      operator.update(resources.certificates, triggered, 'status'),
    ).rejects.toMatchObject({ code: 409 });

    const forbidden = { code: 403, reason: 'Forbidden' };
    await expect(
      operator.patch(
        resources.certificates,
        'byhand',
        { status: {} },
        { namespace: NAMESPACE, subresource: 'status' },
      ),
    ).rejects.toMatchObject(forbidden);
    await expect(
      operator.update(resources.certificates, issued!),
    ).rejects.toMatchObject(forbidden);
    await expect(
      operator.get(resources.secrets, 'byhand-tls', NAMESPACE),
    ).rejects.toMatchObject(forbidden);
  });

  it('signs by a CA that is itself a certificate', async () => {
    const { client } = cluster;
    await client.create(resources.issuers, {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Issuer',
      metadata: { name: 'own', namespace: NAMESPACE },
      spec: { selfSigned: {} },
    });
    await client.create(resources.issuers, {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Issuer',
      metadata: { name: 'authority', namespace: NAMESPACE },
      spec: { ca: { secretName: 'root-tls' } },
    });
    await cluster.until<KubernetesObject>(
      resources.issuers,
      'authority',
      object =>
        condition(object as Certificate, 'Ready')?.reason === 'ErrGetKeyPair',
    );
    await client.create(
      resources.certificates,
      certificate('root', {
        isCA: true,
        commonName: 'root',
        dnsNames: undefined,
        issuerRef: { name: 'own' },
        privateKey: { algorithm: 'RSA' },
      }),
    );
    await client.create(
      resources.certificates,
      certificate('leaf', { issuerRef: { name: 'authority' } }),
    );
    await untilIssued(cluster, 'leaf');
    const root = leafOf(await secretOf(cluster, 'root'));
    const leaf = leafOf(await secretOf(cluster, 'leaf'));
    expect(root.ca).toBe(true);
    expect(leaf.verify(root.publicKey)).toBe(true);
    expect(leaf.checkIssued(root)).toBe(true);
  });

  it('issues for one of two certificates that name the same Secret', async () => {
    const { client } = cluster;
    await client.create(resources.certificates, certificate('first'));
    await untilIssued(cluster, 'first');
    await client.create(
      resources.certificates,
      certificate('second', { secretName: 'first-tls' }),
    );
    const second = await cluster.until<Certificate>(
      resources.certificates,
      'second',
      object => condition(object, 'Ready') !== undefined,
    );
    expect(condition(second, 'Ready')).toMatchObject({
      status: 'False',
      reason: 'IncorrectCertificate',
    });
    expect(condition(second, 'Issuing')).toBeUndefined();
  });

  // The last one: it moves the clock for all certificates.
  it('renews after two thirds of the lifetime', async () => {
    const { client } = cluster;
    await client.create(resources.certificates, certificate('old'));
    const first = await untilIssued(cluster, 'old', 1);
    cluster.advance(61 * DAY);
    await client.patch(
      resources.certificates,
      'old',
      { metadata: { annotations: { touched: 'yes' } } },
      { namespace: NAMESPACE },
    );
    const second = await untilIssued(cluster, 'old', 2);
    expect(second.status!.notAfter! > first.status!.notAfter!).toBe(true);
    await expect(
      cluster.untilEvent(
        'old',
        `Issuing: Renewing certificate as renewal was scheduled at ${first
          .status!.renewalTime!.replace('T', ' ')
          .replace('Z', ' +0000 UTC')}`,
      ),
    ).resolves.toBeUndefined();
  });
});
