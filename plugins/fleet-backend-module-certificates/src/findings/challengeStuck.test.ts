import {
  ago,
  apiService,
  challenge,
  cond,
  event,
  failedRenewal,
  Fields,
  firstIssuance,
  judge,
  order,
  renewal,
  request,
  solverRoute,
  TestObject,
} from '../testing';

const own = 'prod-1/Certificate/shop/shop-tls';
const zone = 'dns/Zone//example.org';
const issuer = 'prod-1/ClusterIssuer//letsencrypt';
const evidence = 'Challenge/shop/shop-tls-4-77-1';

function stuck(
  options: Omit<Parameters<typeof challenge>[1], 'status'> & {
    status: Fields;
    subject?: TestObject;
    orderState?: string;
  },
) {
  const { subject = renewal('10d'), orderState = 'pending', ...rest } = options;
  const asked = request(subject);
  const ordered = order(asked, { state: orderState });
  return [subject, asked, ordered, challenge(ordered, rest)];
}

describe('certificate.dns01.present-refused', () => {
  it.each([
    'DNS update failed. Server replied: NOTAUTH',
    'DNS update failed. Server replied: SERVFAIL',
    'failed to change Route 53 record set: operation error Route 53: ChangeResourceRecordSets, https response error StatusCode: 403, RequestID: 0d6b, AccessDenied: User is not authorized',
    'unable to construct route53 provider: no EC2 IMDS role found, operation error ec2imds: GetMetadata, context deadline exceeded',
    'while attempting to find Zones for domain _acme-challenge.shop.example.org. while querying the Cloudflare API for GET "/zones?name=x" Error: 9109: Invalid access token',
    'Found no Zones for domain _acme-challenge.shop.example.org.',
    'Zone example.org not found in AzureDNS for domain _acme-challenge. Err: 404',
    'AADSTS7000215: Invalid client secret provided',
    'error getting route53 secret access key: secrets "route53" not found',
    'account credentials not found for domain shop.example.org',
    'failed to create record set: Request forbidden: [POST https://designate.example.org/v2/zones]',
    'No matching GoogleCloud domain found for domain example.org.',
    'some webhook: status 401',
  ])('%s', reason => {
    expect(
      judge(stuck({ status: { presented: false, reason } })),
    ).toMatchObject({
      status: 'at-risk',
      cause: 'dns01.present-refused',
      evidence,
      says: reason,
      root: issuer,
    });
  });

  it.each([
    'Throttling: Rate exceeded status code: 400',
    'Post "https://api.example.org": dial tcp 192.0.2.1:443: connect: connection refused',
    'provider answered 503',
    '',
  ])('is not what passes by itself: %s', reason => {
    expect(judge(stuck({ status: { presented: false, reason } })).cause).toBe(
      'issuance.in-progress',
    );
  });

  it('is told at once, of a first issuance too', () => {
    const subject = firstIssuance('1m');
    const reason = 'DNS update failed. Server replied: BADKEY';
    expect(judge(stuck({ subject, status: { reason } }))).toMatchObject({
      status: 'failing',
      cause: 'dns01.present-refused',
    });
  });
});

describe('certificate.dns01.zone-broken', () => {
  it.each([
    'Could not determine the zone for "_acme-challenge.shop.example.org.": When querying the SOA record for the domain using nameservers [10.96.0.10:53], rcode was expected to be NOERROR, but got SERVFAIL',
    'Could not find the SOA record in the DNS tree for the domain using nameservers [10.96.0.10:53]',
    'Could not determine authoritative nameservers for "_acme-challenge.shop.example.org."',
    'NS ns1.example.org.:53 returned REFUSED for _acme-challenge.shop.example.org.',
    'read udp 10.244.0.5:41523->10.96.0.10:53: i/o timeout',
    'DNS update failed: dial udp 198.51.100.53:53: i/o timeout',
  ])('%s', text => {
    for (const [presented, reason] of [
      [false, text],
      [true, `Waiting for DNS-01 challenge propagation: ${text}`],
    ] as const) {
      expect(judge(stuck({ status: { presented, reason } }))).toMatchObject({
        status: 'at-risk',
        cause: 'dns01.zone-broken',
        evidence,
        says: reason,
        root: zone,
      });
    }
  });

  it.each([
    'Waiting for DNS-01 challenge propagation: dns: server returned HTTP 502 error: "Bad Gateway"',
    'Waiting for DNS-01 challenge propagation: lookup ns1.example.org. on 10.96.0.10:53: server misbehaving',
  ])('%s', reason => {
    const status = { presented: true, reason };
    expect(judge(stuck({ status })).cause).toBe('dns01.zone-broken');
  });

  it('may pass', () => {
    const reason = 'Could not determine the zone';
    const status = { presented: true, reason };
    expect(judge(stuck({ subject: renewal('1h'), status }))).toMatchObject({
      status: 'progressing',
      cause: 'dns01.zone-broken',
    });
    expect(
      judge(stuck({ subject: firstIssuance('1m'), status })),
    ).toMatchObject({ status: 'progressing', cause: 'issuance.in-progress' });
    expect(
      judge(stuck({ subject: firstIssuance('1h'), status })),
    ).toMatchObject({ status: 'failing', cause: 'dns01.zone-broken' });
  });
});

describe('certificate.dns01.webhook-unavailable', () => {
  const solver = { dns01: { webhook: { groupName: 'acme.example.io' } } };
  const root = 'prod-1/APIService//v1alpha1.acme.example.io';

  it.each([
    'the server is currently unable to handle the request (post designate.acme.example.io)',
    'the server could not find the requested resource (post designate.acme.example.io)',
    'Service Unavailable',
  ])('%s', reason => {
    expect(judge(stuck({ solver, status: { reason } }))).toMatchObject({
      status: 'at-risk',
      cause: 'dns01.webhook-unavailable',
      evidence,
      root,
    });
  });

  it('is told by the APIService first', () => {
    const away = apiService(
      'acme.example.io',
      cond('Available=False/MissingEndpoints', 'endpoints have no addresses'),
    );
    const objects = stuck({ solver, status: { presented: true } });
    expect(judge([...objects, away])).toMatchObject({
      cause: 'dns01.webhook-unavailable',
      evidence: 'APIService//v1alpha1.acme.example.io',
      says: 'endpoints have no addresses',
      root,
    });
    expect(judge(objects).cause).toBe('issuance.in-progress');
  });
});

describe('certificate.dns01.not-propagated', () => {
  const status = {
    presented: true,
    reason:
      'Waiting for DNS-01 challenge propagation: DNS record for "shop.example.org" not yet propagated',
  };

  it('takes longer than usual', () => {
    expect(judge(stuck({ status }))).toMatchObject({
      status: 'at-risk',
      cause: 'dns01.not-propagated',
      root: zone,
    });
    expect(judge(stuck({ subject: renewal('29m'), status })).cause).toBe(
      'issuance.in-progress',
    );
    expect(judge(stuck({ subject: renewal('31m'), status }))).toMatchObject({
      status: 'progressing',
      cause: 'dns01.not-propagated',
    });
  });
});

describe('certificate.http01.self-check-failing', () => {
  const type = 'HTTP-01' as const;
  const status = {
    presented: true,
    reason:
      "Waiting for HTTP-01 challenge propagation: wrong status code '404', expected '200'",
  };

  it('takes longer than usual', () => {
    expect(judge(stuck({ type, status }))).toMatchObject({
      status: 'at-risk',
      cause: 'http01.self-check-failing',
      evidence,
      root: own,
    });
    expect(judge(stuck({ type, subject: renewal('29m'), status })).cause).toBe(
      'issuance.in-progress',
    );
  });

  it('is a symptom where the solver was refused', () => {
    const objects = stuck({ type, status });
    const ingress = solverRoute(objects[3], 'Ingress');
    const rejected = event(ingress, {
      reason: 'Rejected',
      message: 'All hosts are taken by other resources',
    });
    expect(judge([...objects, ingress, rejected])).toMatchObject({
      status: 'at-risk',
      cause: 'http01.solver-refused',
      evidence: 'Ingress/shop/cm-acme-http-solver-x',
      says: 'All hosts are taken by other resources',
      root: own,
    });
    const taken = event(ingress, {
      reason: 'AddedOrUpdated',
      message: 'fine now',
      at: ago('1m'),
    });
    expect(judge([...objects, ingress, rejected, taken]).cause).toBe(
      'http01.self-check-failing',
    );
  });

  it('is a symptom where no Gateway takes the route', () => {
    const objects = stuck({ type, status });
    const route = (verdict: string) =>
      solverRoute(objects[3], 'HTTPRoute', {
        parents: [{ conditions: [cond(verdict, 'not allowed here')] }],
      });
    expect(
      judge([...objects, route('Accepted=False/NotAllowedByListeners')]),
    ).toMatchObject({
      cause: 'http01.solver-refused',
      evidence: 'HTTPRoute/shop/cm-acme-http-solver-x',
      says: 'not allowed here',
    });
    expect(judge([...objects, route('Accepted=True/Accepted')]).cause).toBe(
      'http01.self-check-failing',
    );
    expect(
      judge([...objects, solverRoute(objects[3], 'HTTPRoute')]).cause,
    ).toBe('http01.solver-refused');
  });

  it.each([
    'admission webhook "validate.nginx.ingress.kubernetes.io" denied the request: host "shop.example.org" and path "/" is already defined',
    'pods "cm-acme-http-solver-" is forbidden: exceeded quota: small, requested: pods=1',
    'pods "x" is forbidden: error looking up service account shop/solver: serviceaccount "solver" not found',
    'Internal error occurred: failed calling webhook "validate.nginx.ingress.kubernetes.io": connection refused',
    'services is forbidden: User "system:serviceaccount:cert-manager:cert-manager" cannot create resource "services"',
  ])('is not where nothing was presented: %s', reason => {
    expect(
      judge(stuck({ type, status: { presented: false, reason } })),
    ).toMatchObject({
      cause: 'http01.solver-refused',
      evidence,
      says: reason,
    });
  });
});

describe('certificate.acme.validation-failed', () => {
  const text = (problem: string) =>
    `Error accepting authorization: acme: authorization error for shop.example.org: 400 urn:ietf:params:acme:error:${problem}: words`;
  const failed = (
    reason: string | undefined,
    state = 'invalid',
    attempts = 8,
  ) =>
    stuck({
      subject: failedRenewal('order is in "invalid" state: ', { attempts }),
      orderState: 'invalid',
      status: { state, reason },
    });

  it('is read from the Challenge', () => {
    expect(judge(failed(text('connection')))).toMatchObject({
      status: 'at-risk',
      cause: 'acme.validation-failed',
      evidence,
      says: text('connection'),
      root: own,
    });
    expect(judge(failed(undefined, 'expired')).cause).toBe(
      'acme.validation-failed',
    );
  });

  it('may pass, unless a CAA record forbids it', () => {
    const early = (reason: string) => {
      const objects = failed(reason, 'invalid', 1);
      objects[0].status.renewalTime = ago('5h');
      return judge(objects).status;
    };
    expect(early(text('dns'))).toBe('progressing');
    expect(early(text('caa'))).toBe('at-risk');
  });

  it('is read from a parent where the Challenge is gone', () => {
    expect(judge([failedRenewal(text('connection'))])).toMatchObject({
      cause: 'acme.validation-failed',
      evidence: 'Certificate/shop/shop-tls',
    });
  });
});
