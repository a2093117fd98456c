import { resources } from '../../client';
import {
  certificate,
  condition,
  leafOf,
  NAMESPACE,
  secretOf,
  untilIssued,
} from '../testing/objects';
import {
  startTestCertificates,
  TestCertificates,
} from '../testing/startTestCertificates';
import { Certificate, CertificateRequest, Challenge, Order } from '../types';
import { acmeFaults } from './AcmeFault';
import { AcmeSaboteur } from './AcmeSaboteur';

jest.setTimeout(60_000);

describe('AcmeSaboteur', () => {
  let cluster: TestCertificates;
  let saboteur: AcmeSaboteur;
  const stopping = new AbortController();

  beforeAll(async () => {
    cluster = await startTestCertificates();
    const { client, refusals, ca } = cluster;
    saboteur = AcmeSaboteur.create({
      client,
      refusals,
      ca,
      signal: stopping.signal,
      now: () => new Date(),
    });
  });
  afterAll(async () => {
    stopping.abort();
    await cluster.stop();
  });

  const fault = (name: string) =>
    acmeFaults.find(candidate => candidate.name === name)!;

  async function issue(name: string) {
    await cluster.client.create(resources.certificates, certificate(name));
    await untilIssued(cluster, name);
    return `${NAMESPACE}/${name}`;
  }

  const untilFailed = (name: string, attempts = 1) =>
    cluster.until<Certificate>(
      resources.certificates,
      name,
      object =>
        condition(object, 'Issuing')?.status === 'False' &&
        object?.status?.failedIssuanceAttempts === attempts,
    );

  const isOf = (name: string) => (request: string) =>
    request.startsWith(`${name}-`);

  it('offers what comes from an ACME issuer', async () => {
    const target = await issue('offered');
    await cluster.client.create(
      resources.certificates,
      certificate('elsewhere', { issuerRef: { name: 'none' } }),
    );
    expect(await saboteur.targets()).toContain(target);
    expect(await saboteur.targets()).not.toContain(`${NAMESPACE}/elsewhere`);
  });

  it('fails an order by the rate limit, leaves the certificate valid, and heals', async () => {
    const target = await issue('limited');
    await saboteur.break(fault('rate-limit'), target);
    const failed = await untilFailed('limited');
    expect(condition(failed, 'Issuing')).toMatchObject({
      reason: 'Failed',
      message: expect.stringMatching(
        /^The certificate request has failed to complete and will be retried: Failed to wait for order resource "limited-2-\d+" to become ready: order is in "errored" state: Failed to create Order: 429 urn:ietf:params:acme:error:rateLimited: too many certificates \(5\) already issued .*, retry after \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC: see /,
      ),
    });
    expect(condition(failed, 'Ready')?.status).toBe('True');
    expect(new Date(failed.status!.renewalTime!).getTime()).toBeLessThan(
      Date.now(),
    );
    expect(leafOf(await secretOf(cluster, 'limited')).validTo).toBeDefined();
    const order = await cluster.untilOne<Order>(
      resources.orders,
      'limited-2-',
      object => object.status?.state === 'errored',
    );
    expect(order.status?.failureTime).toBeDefined();
    await cluster.untilEvent(
      'limited-2',
      `OrderFailed: ${
        condition(failed, 'Issuing')!.message!.split('retried: ')[1]
      }`,
    );

    await saboteur.heal(fault('rate-limit'), target);
    const issued = await untilIssued(cluster, 'limited', 2);
    expect(issued.status).not.toHaveProperty('failedIssuanceAttempts');
    expect(new Date(issued.status!.renewalTime!).getTime()).toBeGreaterThan(
      Date.now(),
    );
  });

  it('breaks and heals again and again, as if it were the first time', async () => {
    const target = await issue('often');
    for (const name of ['rate-limit', 'dns-provider', 'acme-validation']) {
      await saboteur.break(fault(name), target);
      await cluster.until<Certificate>(
        resources.certificates,
        'often',
        object => condition(object, 'Issuing') !== undefined,
      );
      await saboteur.heal(fault(name), target);
      await untilIssued(cluster, 'often', 2);
    }
    const { items } = await cluster.client.list(resources.certificateRequests, {
      namespace: NAMESPACE,
    });
    expect(
      items.map(({ metadata }) => metadata.name).filter(isOf('often')),
    ).toEqual(['often-2']);
  });

  it('fails the validation again when it is renewed by hand in the back-off', async () => {
    const target = await issue('unseen');
    await saboteur.break(fault('acme-validation'), target);
    await untilFailed('unseen', 1);
    const challenge = await cluster.untilOne<Challenge>(
      resources.challenges,
      'unseen-2-',
      object => object.status?.state === 'invalid',
    );
    expect(challenge.status).toMatchObject({
      reason:
        'Error accepting authorization: acme: authorization error for unseen.dev-1.localhost: 400 urn:ietf:params:acme:error:dns: During secondary validation: DNS problem: query timed out looking up CAA for unseen.dev-1.localhost',
    });
    await saboteur.break(fault('acme-validation'), target);
    await untilFailed('unseen', 2);
    await saboteur.heal(fault('acme-validation'), target);
    await untilIssued(cluster, 'unseen', 2);
  });

  it('has the DNS provider refuse the record', async () => {
    const target = await issue('unwritten');
    await saboteur.break(fault('dns-provider'), target);
    const waiting = await cluster.until<Certificate>(
      resources.certificates,
      'unwritten',
      object => condition(object, 'Issuing')?.reason === 'Renewing',
    );
    expect(waiting.status?.failedIssuanceAttempts).toBeUndefined();
    const { metadata } = await cluster.untilOne<Challenge>(
      resources.challenges,
      'unwritten-2-',
      object => object.status?.reason?.includes('Request forbidden') === true,
    );
    await cluster.untilEvent(
      metadata.name,
      `PresentError: Error presenting challenge: ${fault('dns-provider').text({
        subject: '',
        now: new Date(),
      })}`,
    );
    const { items } = await cluster.client.list(resources.events, {
      namespace: NAMESPACE,
      fieldSelector: `involvedObject.name=${metadata.name}`,
    });
    expect(items.map(({ reportingComponent }) => reportingComponent)).toEqual(
      items.map(() => 'cert-manager-challenges'),
    );
    await saboteur.heal(fault('dns-provider'), target);
    await untilIssued(cluster, 'unwritten', 2);
  });

  // The last one: all certificates of the test have this issuer.
  it('has the account refused, and everything wait for the issuer', async () => {
    const target = await issue('nobody');
    await saboteur.break(fault('acme-account'), target);
    const issuer = await cluster.until<Certificate>(
      resources.clusterIssuers,
      'letsencrypt',
      object => condition(object, 'Ready')?.status === 'False',
    );
    expect(condition(issuer, 'Ready')).toMatchObject({
      reason: 'ErrRegisterACMEAccount',
      message:
        'Failed to register ACME account: 403 urn:ietf:params:acme:error:unauthorized: An account with the provided public key exists but is deactivated',
    });
    const request = await cluster.until<CertificateRequest>(
      resources.certificateRequests,
      'nobody-2',
      object => condition(object, 'Ready')?.reason === 'Pending',
    );
    expect(condition(request, 'Ready')?.message).toBe(
      'Referenced issuer does not have a Ready status condition',
    );
    await saboteur.heal(fault('acme-account'), target);
    await untilIssued(cluster, 'nobody', 2);
  });
});
