import {
  ago,
  event,
  failedRenewal,
  Fields,
  firstIssuance,
  issuer,
  judge,
  order,
  renewal,
  request,
} from '../testing';

const evidence = 'Order/shop/shop-tls-4-77';
const own = 'prod-1/Certificate/shop/shop-tls';

function refused(reason: string, attempts = 8) {
  const subject = failedRenewal('', { attempts });
  const asked = request(subject);
  return [subject, asked, order(asked, { state: 'errored', reason })];
}

const LIMIT =
  'Failed to create Order: 429 urn:ietf:params:acme:error:rateLimited: too many certificates (5) already issued, retry after 2026-11-23 13:22:41 UTC: see https://letsencrypt.org';

describe('certificate.acme.rate-limited', () => {
  it('passes at the time that is stated', () => {
    const judged = judge(refused(LIMIT));
    expect(judged).toMatchObject({
      status: 'at-risk',
      cause: 'acme.rate-limited',
      evidence,
      says: LIMIT,
      root: own,
    });
    expect(judged.item.details.retryAfter).toBe('2026-11-23T13:22:41.000Z');
    expect(judged.item.finding?.detail).toContain(
      'refused until 2026-11-23 13:22 UTC',
    );
  });

  it('is read from the Certificate when the order is gone', () => {
    expect(judge([failedRenewal(LIMIT)])).toMatchObject({
      cause: 'acme.rate-limited',
      evidence: 'Certificate/shop/shop-tls',
    });
  });
});

describe('certificate.acme.order-rejected', () => {
  it.each([
    'Failed to create Order: 400 urn:ietf:params:acme:error:rejectedIdentifier: Cannot issue for "shop.local"',
    'Failed to create Order: acme: certificate authority does not advertise a profile with name "fast"',
    'Failed to finalize Order: 403 urn:ietf:params:acme:error:caa: CAA record for shop.example.org prevents issuance',
    'Failed to retrieve Order resource: 404 urn:ietf:params:acme:error:malformed: No order for ID 7',
  ])('%s', reason => {
    expect(judge(refused(reason, 1))).toMatchObject({
      status: 'at-risk',
      cause: 'acme.order-rejected',
      evidence,
      root: own,
    });
  });
});

describe('certificate.acme.no-solver', () => {
  const text =
    'Failed to determine a valid solver configuration for the set of domains on the Order: no configured challenge solvers can be used for this challenge';
  const http01 = (selector?: Fields) =>
    issuer({
      spec: { acme: { solvers: [{ http01: { ingress: {} }, selector }] } },
    });

  function waiting(authorizations: Fields[] = [], labels: Fields = {}) {
    const subject = firstIssuance('2h');
    const asked = request(subject);
    const ordered = order(asked, { state: 'pending', authorizations });
    ordered.metadata.labels = labels;
    return [subject, asked, ordered];
  }
  const name = (identifier: string, wildcard = false) => ({
    identifier,
    wildcard,
    initialState: 'pending',
    challenges: wildcard
      ? [{ type: 'dns-01' }]
      : [{ type: 'dns-01' }, { type: 'http-01' }],
  });

  it('is said by an event', () => {
    const objects = waiting();
    const said = event(objects[2], { reason: 'Solver', message: text });
    expect(judge([...objects, said])).toMatchObject({
      status: 'failing',
      cause: 'acme.no-solver',
      evidence: 'Order/shop/shop-tls-1-77',
      says: text,
      root: 'prod-1/ClusterIssuer//letsencrypt',
    });
  });

  it.each<[string, Fields | undefined, Fields[], Fields, boolean]>([
    [
      'a wildcard by HTTP-01',
      undefined,
      [name('shop.example.org', true)],
      {},
      true,
    ],
    ['a name by HTTP-01', undefined, [name('shop.example.org')], {}, false],
    [
      'another zone',
      { dnsZones: ['example.net'] },
      [name('shop.example.org')],
      {},
      true,
    ],
    [
      'its zone',
      { dnsZones: ['example.org'] },
      [name('shop.example.org')],
      {},
      false,
    ],
    [
      'a zone that only ends alike',
      { dnsZones: ['ple.org'] },
      [name('shop.example.org')],
      {},
      true,
    ],
    [
      'another name',
      { dnsNames: ['x.example.org'] },
      [name('shop.example.org')],
      {},
      true,
    ],
    [
      'other labels',
      { matchLabels: { a: 'b' } },
      [name('shop.example.org')],
      {},
      true,
    ],
    [
      'its labels',
      { matchLabels: { a: 'b' } },
      [name('shop.example.org')],
      { a: 'b' },
      false,
    ],
    [
      'what is proved already',
      { dnsNames: ['x.example.org'] },
      [{ ...name('shop.example.org'), initialState: 'valid' }],
      {},
      false,
    ],
  ])('without an event: %s', (_, selector, names, labels, isUnfit) => {
    const { cause } = judge([...waiting(names, labels), http01(selector)]);
    expect(cause === 'acme.no-solver').toBe(isUnfit);
  });

  it('is not concluded where challenges may not be listed', () => {
    const objects = [...waiting([name('a.example.org', true)]), http01()];
    expect(judge(objects, { forbidden: ['challenges'] }).cause).not.toBe(
      'acme.no-solver',
    );
  });

  it('is not an order that was just made', () => {
    const subject = renewal('1m');
    const asked = request(subject, { created: ago('1m') });
    const ordered = order(asked, {
      state: 'pending',
      authorizations: [name('a.example.org')],
    });
    expect(judge([subject, asked, ordered, http01()]).status).toBe(
      'progressing',
    );
  });
});
