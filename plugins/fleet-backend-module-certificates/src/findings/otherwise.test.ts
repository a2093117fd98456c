import {
  ago,
  certificate,
  challenge,
  cond,
  failedRenewal,
  firstIssuance,
  issuer,
  judge,
  LiveCluster,
  order,
  renewal,
  request,
} from '../testing';

describe('certificate.cluster.unreachable', () => {
  it('is all that is known of every certificate there', () => {
    const cluster = LiveCluster.start().put(certificate());
    cluster.unreachable('connect ECONNREFUSED');
    const item = cluster.item();
    expect(item).toMatchObject({
      status: 'unknown',
      finding: {
        cause: 'certificate.cluster.unreachable',
        says: 'connect ECONNREFUSED',
        root: 'prod-1/Cluster//prod-1',
        evidence: { kind: 'Cluster', namespace: '', name: 'prod-1' },
        since: ago('0m'),
      },
    });
    expect(item?.details.notAfter).toBe('2026-12-21T10:00:00.000Z');
    expect(item?.finding?.detail).toContain('Expires 2026-12-21 10:00 UTC');
    const silent = LiveCluster.start().put(certificate()).unreachable();
    expect(silent.item()?.finding?.says).toBe(
      'No answer since 2026-11-22 10:00 UTC',
    );
  });
});

describe('certificate.issuance.in-progress', () => {
  it('is proved by the deepest object that there is', () => {
    const subject = firstIssuance('1m');
    const asked = request(subject, { created: ago('1m') });
    const ordered = order(asked, { state: 'pending' });
    const proving = challenge(ordered, { status: {} });
    const all = [subject, asked, ordered, proving];
    const evidence = all.map(
      (_, index) => judge(all.slice(0, index + 1)).evidence,
    );
    expect(evidence).toEqual([
      'Certificate/shop/shop-tls',
      'CertificateRequest/shop/shop-tls-1',
      'Order/shop/shop-tls-1-77',
      'Challenge/shop/shop-tls-1-77-1',
    ]);
  });

  it('takes 5 minutes as a rule, 30 with an ACME issuer', () => {
    const selfSigned = issuer({ spec: { selfSigned: {} } });
    const status = (since: string, ...others: Parameters<typeof judge>[0]) =>
      judge([firstIssuance(since), ...others]).status;
    expect(status('4m', selfSigned)).toBe('progressing');
    expect(status('6m', selfSigned)).toBe('failing');
    expect(status('29m')).toBe('progressing');
    expect(status('31m')).toBe('failing');
  });

  it('hits users where there was a certificate before', () => {
    const again = renewal('1m', { status: { notAfter: ago('1d') } });
    expect(judge([again])).toMatchObject({ status: 'failing' });
  });

  it('that takes too long has the deepest words there are', () => {
    const subject = renewal('10d');
    const asked = request(subject, {
      conditions: [
        cond('Approved=True'),
        cond('Ready=False/Pending', 'Vault is sealed'),
      ],
    });
    const judged = judge([subject, asked]);
    expect(judged).toMatchObject({
      status: 'at-risk',
      says: 'Vault is sealed',
    });
    expect(judged.item.finding?.detail).toBe(
      'Expires 2026-12-21 10:00 UTC; waits since 2026-11-12 10:00 UTC',
    );
  });
});

describe('what is said when nothing deeper can be known', () => {
  const blank =
    'Failed to wait for order resource "x" to become ready: order is in "invalid" state: ';

  it('is that renewals fail', () => {
    const judged = judge([failedRenewal(blank)]);
    expect(judged).toMatchObject({
      status: 'at-risk',
      cause: 'renewal.failing-but-still-valid',
      evidence: 'Certificate/shop/shop-tls',
    });
    expect(judged.item.finding?.detail).toBe(
      'Expires 2026-12-21 10:00 UTC; next attempt 2026-11-23 13:00 UTC; 21 attempts left',
    );
  });

  it('is that it expired', () => {
    const expired = { notAfter: ago('1h') };
    expect(judge([failedRenewal(blank, { status: expired })])).toMatchObject({
      status: 'failing',
      cause: 'expired',
    });
    const stuck = certificate({ status: expired });
    expect(
      judge([stuck], { forbidden: ['certificaterequests'] }),
    ).toMatchObject({
      status: 'failing',
      cause: 'expired',
      says: 'status.notAfter: 2026-11-22T09:00:00.000Z',
    });
  });

  it('is something even of a first issuance that failed', () => {
    const never = failedRenewal(blank, {
      status: {
        notAfter: undefined,
        notBefore: undefined,
        revision: undefined,
      },
    });
    expect(judge([never]).status).toBe('failing');
  });
});

describe('the cause of a failed attempt', () => {
  const text =
    'Error accepting authorization: acme: authorization error for shop.example.org: 400 urn:ietf:params:acme:error:connection: Timeout during connect';
  const cause = 'at-risk acme.validation-failed';

  function attempt(attempts: number) {
    const subject = failedRenewal('order is in "invalid" state: ', {
      attempts,
    });
    const asked = request(subject);
    const ordered = order(asked, { state: 'invalid' });
    const proof = challenge(ordered, {
      status: { state: 'invalid', reason: text },
    });
    return [subject, asked, ordered, proof];
  }
  const next = (attempts: number) =>
    renewal('1m', {
      status: {
        renewalTime: ago('4d'),
        lastFailureTime: ago('5h'),
        failedIssuanceAttempts: attempts,
      },
    });

  it('is kept when its objects go at the next one', () => {
    const objects = attempt(8);
    const cluster = LiveCluster.start().put(...objects);
    expect(cluster.verdict()).toBe(cause);
    cluster.remove(...objects.slice(1)).put(next(8));
    expect(cluster.verdict()).toBe(cause);
    expect(cluster.item()?.finding?.says).toBe(text);
  });

  it('is kept when somebody cleans up', () => {
    const objects = attempt(8);
    const cluster = LiveCluster.start().put(...objects);
    cluster.remove(...objects.slice(1)).at('2026-11-22T12:00:00Z');
    expect(cluster.verdict()).toBe(cause);
  });

  it('is forgotten once it is issued, or asked for something else', () => {
    const objects = attempt(8);
    const cluster = LiveCluster.start().put(...objects);
    cluster.remove(...objects.slice(1));
    const other = next(8);
    other.metadata.generation = 2;
    cluster.put(other);
    expect(cluster.verdict()).not.toContain('validation-failed');
    cluster.put(certificate({ status: { renewalTime: ago('-20d') } }));
    expect(cluster.verdict()).toBe('healthy');
    expect(cluster.item()?.memory?.lastCause).toBeUndefined();
  });

  it('is as old as the first of its kind', () => {
    const cluster = LiveCluster.start().put(...attempt(1));
    const since = cluster.item()?.finding?.since;
    expect(since).toBe('2026-11-22T05:00:00.000Z');
    const [second, ...rest] = attempt(2);
    second.status.lastFailureTime = ago('3h');
    cluster.put(second, ...rest);
    expect(cluster.item()?.finding?.since).toBe(since);
  });
});
