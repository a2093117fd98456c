import { KubernetesObject, resources } from '../client';
import {
  NAMESPACE,
  certificate,
  condition,
  issuer,
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

describe('a certificate that cannot be issued', () => {
  let cluster: TestCertificates;

  beforeAll(async () => {
    cluster = await startTestCertificates();
    cluster.refusals.refuse(
      'validate',
      'broken.dev-1.localhost',
      '403 urn:ietf:params:acme:error:unauthorized',
    );
  });
  afterAll(() => cluster.stop());

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
    const mended = await untilIssued(cluster, 'broken');
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
    await untilIssued(cluster, 'early');
    const leaf = leafOf(await secretOf(cluster, 'early'));
    expect(leaf.verify(leaf.publicKey)).toBe(true);
  });
});
