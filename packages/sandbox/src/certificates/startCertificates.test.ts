import { X509Certificate } from 'node:crypto';
import {
  Condition,
  KubernetesObject,
  KubernetesResource,
  resources,
} from '../client';
import {
  startTestCertificates,
  TestCertificates,
} from './testing/startTestCertificates';
import { Certificate, CertificateRequest, Secret } from './types';

jest.setTimeout(60_000);

const NAMESPACE = 'shop-dev';
const DAY = 24 * 3_600_000;

function issuer(name: string, solvers: object[]): KubernetesObject {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
    metadata: { name },
    spec: {
      acme: {
        server: 'https://acme.example.test/directory',
        privateKeySecretRef: { name: `${name}-account` },
        solvers,
      },
    },
  };
}

function certificate(name: string, spec: object = {}): KubernetesObject {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name, namespace: NAMESPACE },
    spec: {
      secretName: `${name}-tls`,
      dnsNames: [`${name}.dev-1.localhost`],
      issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer' },
      privateKey: { algorithm: 'ECDSA' },
      ...spec,
    },
  };
}

function condition(
  object: { status?: { conditions?: Condition[] } } | undefined,
  type: string,
): Condition | undefined {
  return object?.status?.conditions?.find(found => found.type === type);
}

function isReady(object: Certificate | undefined): boolean {
  return condition(object, 'Ready')?.status === 'True';
}

function leafOf(secret: Secret): X509Certificate {
  return new X509Certificate(Buffer.from(secret.data!['tls.crt'], 'base64'));
}

describe('startCertificates', () => {
  let cluster: TestCertificates;

  beforeAll(async () => {
    cluster = await startTestCertificates({
      verifyChallenge: async ({ spec }) =>
        spec.dnsName.startsWith('broken.')
          ? {
              valid: false,
              reason: '403 urn:ietf:params:acme:error:unauthorized',
            }
          : { valid: true },
    });
    const { client } = cluster;
    await client.create(
      resources.clusterIssuers,
      issuer('letsencrypt', [{ http01: {} }, { dns01: { webhook: {} } }]),
    );
  });
  afterAll(() => cluster.stop());

  /** Resolves when the certificate has that revision and nothing is going on. */
  function untilIssued(name: string, revision = 1): Promise<Certificate> {
    return cluster.until<Certificate>(
      resources.certificates,
      name,
      object =>
        isReady(object) &&
        object!.status!.revision === revision &&
        !condition(object, 'Issuing'),
    );
  }

  function secretOf(name: string): Promise<Secret> {
    return cluster.until<Secret>(
      resources.secrets,
      `${name}-tls`,
      secret => secret !== undefined,
    );
  }

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
    const issued = await untilIssued('web');
    const secret = await secretOf('web');
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
    await untilIssued('tidy');
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
    await untilIssued('wildcard');
    const leaf = leafOf(await secretOf('wildcard'));
    expect(leaf.checkHost('anything.dev-1.localhost')).toBeDefined();
  });

  it('says so when no solver can prove a wildcard', async () => {
    await cluster.client.create(
      resources.clusterIssuers,
      issuer('http-only', [{ http01: {} }]),
    );
    await cluster.client.create(
      resources.certificates,
      certificate('unsolved', {
        dnsNames: ['*.dev-1.localhost'],
        issuerRef: { name: 'http-only', kind: 'ClusterIssuer' },
      }),
    );
    const order = await cluster.until<KubernetesObject>(
      resources.certificateRequests,
      'unsolved-1',
      object =>
        condition(object as CertificateRequest, 'Ready')?.message?.endsWith(
          '"pending"',
        ) === true,
    );
    const [, name] = /shop-dev\/(\S+):/.exec(
      condition(order as CertificateRequest, 'Ready')!.message!,
    )!;
    await expect(
      cluster.untilEvent(
        name,
        'Solver: Failed to determine a valid solver configuration for the set of domains on the Order: no configured challenge solvers can be used for this challenge',
      ),
    ).resolves.toBeUndefined();
  });

  it('issues anew when the Secret is deleted, and when the names change', async () => {
    const { client } = cluster;
    await client.create(resources.certificates, certificate('again'));
    await untilIssued('again', 1);
    await client.delete(resources.secrets, 'again-tls', {
      namespace: NAMESPACE,
    });
    await untilIssued('again', 2);
    await client.patch(
      resources.certificates,
      'again',
      { spec: { dnsNames: ['other.dev-1.localhost'] } },
      { namespace: NAMESPACE },
    );
    await untilIssued('again', 3);
    const leaf = leafOf(await secretOf('again'));
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

  it('renews by hand, as cmctl asks for it', async () => {
    const { client } = cluster;
    await client.create(resources.certificates, certificate('byhand'));
    const issued = await untilIssued('byhand', 1);
    const status = {
      ...issued.status,
      conditions: [
        ...issued.status!.conditions!,
        {
          type: 'Issuing',
          status: 'True',
          reason: 'ManuallyTriggered',
          message: 'Certificate re-issuance manually triggered',
          lastTransitionTime: new Date().toISOString(),
        },
      ],
    };
    await client.update(
      resources.certificates,
      { ...issued, status },
      'status',
    );
    expect((await untilIssued('byhand', 2)).status?.revision).toBe(2);
  });

  it('has the cause of a failure in the challenge, and waits before it tries again', async () => {
    const { client } = cluster;
    await client.create(resources.certificates, certificate('broken'));
    const failed = await cluster.until<Certificate>(
      resources.certificates,
      'broken',
      object => condition(object, 'Issuing')?.reason === 'Failed',
    );
    expect(condition(failed, 'Issuing')).toMatchObject({
      status: 'False',
      message: expect.stringMatching(
        /^The certificate request has failed to complete and will be retried: Failed to wait for order resource "broken-1-\d+" to become ready: order is in "invalid" state: $/,
      ),
    });
    expect(failed.status).toMatchObject({ failedIssuanceAttempts: 1 });
    expect(failed.status?.lastFailureTime).toBeDefined();
    const { items } = await client.list(resources.challenges, {
      namespace: NAMESPACE,
    });
    const challenge = items.find(({ metadata }) =>
      metadata.name.startsWith('broken-'),
    );
    expect(challenge?.status).toMatchObject({
      state: 'invalid',
      reason:
        'Error accepting authorization: acme: authorization error for broken.dev-1.localhost: 403 urn:ietf:params:acme:error:unauthorized',
    });
    // A changed spec does not wait.
    await client.patch(
      resources.certificates,
      'broken',
      { spec: { dnsNames: ['mended.dev-1.localhost'] } },
      { namespace: NAMESPACE },
    );
    const mended = await untilIssued('broken');
    expect(mended.status).not.toHaveProperty('failedIssuanceAttempts');
    expect(mended.status).not.toHaveProperty('lastFailureTime');
  });

  it('signs no names of others', async () => {
    await cluster.client.create(
      resources.certificates,
      certificate('foreign', { dnsNames: ['shop.example.com'] }),
    );
    const failed = await cluster.until<Certificate>(
      resources.certificates,
      'foreign',
      object => condition(object, 'Issuing')?.reason === 'Failed',
    );
    expect(condition(failed, 'Issuing')?.message).toContain(
      'order is in "errored" state: Failed to create Order: 400 urn:ietf:params:acme:error:rejectedIdentifier',
    );
  });

  it('waits for an issuer', async () => {
    const issuerRef = { name: 'later', kind: 'Issuer' };
    await cluster.client.create(
      resources.certificates,
      certificate('early', { issuerRef }),
    );
    await cluster.until<CertificateRequest>(
      resources.certificateRequests,
      'early-1',
      object =>
        condition(object, 'Ready')?.message ===
        'Referenced "Issuer" not found: issuer.cert-manager.io "later" not found',
    );
    await cluster.client.create(resources.issuers, {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Issuer',
      metadata: { name: 'later', namespace: NAMESPACE },
      spec: { selfSigned: {} },
    });
    await untilIssued('early');
    const leaf = leafOf(await secretOf('early'));
    expect(leaf.verify(leaf.publicKey)).toBe(true);
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
    await untilIssued('leaf');
    const root = leafOf(await secretOf('root'));
    const leaf = leafOf(await secretOf('leaf'));
    expect(root.ca).toBe(true);
    expect(leaf.verify(root.publicKey)).toBe(true);
    expect(leaf.checkIssued(root)).toBe(true);
  });

  it('issues for one of two certificates that name the same Secret', async () => {
    const { client } = cluster;
    await client.create(resources.certificates, certificate('first'));
    await untilIssued('first');
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

  describe('ingress-shim', () => {
    function ingress(name: string, tls: object[]): KubernetesObject {
      return {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: {
          name,
          namespace: NAMESPACE,
          labels: { team: 'shop' },
          annotations: {
            'cert-manager.io/cluster-issuer': 'letsencrypt',
            'cert-manager.io/private-key-algorithm': 'ECDSA',
          },
        },
        spec: {
          tls,
          defaultBackend: { service: { name: 'web', port: { number: 80 } } },
        },
      };
    }

    it('makes a certificate for each TLS block of an annotated Ingress', async () => {
      const hosts = ['shop.dev-1.localhost'];
      await cluster.client.create(
        resources.ingresses,
        ingress('shop', [{ hosts, secretName: 'shop-tls' }]),
      );
      const made = await untilIssued('shop-tls');
      expect(made.metadata).toMatchObject({
        labels: { team: 'shop' },
        ownerReferences: [{ kind: 'Ingress', name: 'shop', controller: true }],
      });
      expect(made.spec).toMatchObject({
        dnsNames: hosts,
        secretName: 'shop-tls',
        issuerRef: {
          name: 'letsencrypt',
          kind: 'ClusterIssuer',
          group: 'cert-manager.io',
        },
        usages: ['digital signature', 'key encipherment'],
      });
      await expect(
        cluster.untilEvent(
          'shop',
          'CreateCertificate: Successfully created Certificate "shop-tls"',
        ),
      ).resolves.toBeUndefined();
    });

    it('follows the Ingress, and removes what it no longer asks for', async () => {
      const { client } = cluster;
      await client.create(
        resources.ingresses,
        ingress('moves', [
          { hosts: ['a.dev-1.localhost'], secretName: 'moves-one' },
        ]),
      );
      await untilIssued('moves-one');
      const hosts = ['b.dev-1.localhost'];
      await client.patch(
        resources.ingresses,
        'moves',
        { spec: { tls: [{ hosts, secretName: 'moves-two' }] } },
        { namespace: NAMESPACE },
      );
      await untilIssued('moves-two');
      await expect(
        cluster.until(
          resources.certificates,
          'moves-one',
          found => found === undefined,
        ),
      ).resolves.toBeUndefined();
    });

    it('skips a block without hosts, with a warning', async () => {
      await cluster.client.create(
        resources.ingresses,
        ingress('bad', [{ secretName: 'bad-tls' }]),
      );
      await expect(
        cluster.untilEvent(
          'bad',
          'BadConfig: Skipped a TLS block: spec.tls[0].hosts: Required value',
        ),
      ).resolves.toBeUndefined();
    });
  });

  // The last one: it moves the clock for all certificates.
  it('renews after two thirds of the lifetime', async () => {
    const { client } = cluster;
    await client.create(resources.certificates, certificate('old'));
    const first = await untilIssued('old', 1);
    cluster.advance(61 * DAY);
    await client.patch(
      resources.certificates,
      'old',
      { metadata: { annotations: { touched: 'yes' } } },
      { namespace: NAMESPACE },
    );
    const second = await untilIssued('old', 2);
    expect(second.status!.notAfter! > first.status!.notAfter!).toBe(true);
    await expect(
      cluster.untilEvent(
        'old',
        `Issuing: Renewing certificate as renewal was scheduled at ${
          first.status!.renewalTime
        }`,
      ),
    ).resolves.toBeUndefined();
  });
});
