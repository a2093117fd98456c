import {
  ago,
  certificate,
  cond,
  EXPIRED_CERTIFICATE,
  issuer,
  judge,
  renewal,
  request,
  secret,
} from '../testing';

const notDue = { status: { renewalTime: ago('-1d') } };

describe('certificate.secret.shared-by-two', () => {
  const owner = certificate({
    name: 'old-tls',
    created: ago('80d'),
    spec: { secretName: 'both', dnsNames: ['a.example.org', 'B.example.org'] },
    ...notDue,
  });
  const other = (names: string[], created = ago('10d')) =>
    certificate({
      name: 'new-tls',
      created,
      spec: { secretName: 'both', dnsNames: names },
      ...notDue,
    });

  it('is failing where the owner lacks a name, degraded else', () => {
    expect(judge([other(['c.example.org']), owner])).toMatchObject({
      status: 'failing',
      cause: 'secret.shared-by-two',
      evidence: 'Certificate/shop/old-tls',
      says: 'metadata.name: old-tls, spec.secretName: both',
      root: 'prod-1/Certificate/shop/new-tls',
    });
    expect(judge([other(['b.example.org']), owner]).status).toBe('degraded');
  });

  it('leaves the owner alone', () => {
    expect(judge([owner, other(['c.example.org'])]).status).toBe('healthy');
  });

  it('believes the Secret before the age, unless it names a stranger', () => {
    const { cause } = judge([
      other(['c.example.org']),
      owner,
      secret('both', { filledFor: 'new-tls' }),
    ]);
    expect(cause).toBeUndefined();
    const stranger = secret('both', { filledFor: 'gone-tls' });
    expect(judge([owner, other(['c.example.org']), stranger]).cause).toBe(
      undefined,
    );
    expect(
      judge([other(['c']), owner, secret('both', { filledFor: 'new-tls' })], {
        forbidden: ['secrets'],
      }).cause,
    ).toBe('secret.shared-by-two');
  });

  it('takes the first by name of two that are equally old', () => {
    const twin = other(['c.example.org'], ago('80d'));
    expect(judge([twin, owner]).cause).toBeUndefined();
    expect(judge([owner, twin]).cause).toBe('secret.shared-by-two');
  });
});

describe('certificate.issuer.ca-expired', () => {
  const caIssuer = issuer({
    kind: 'Issuer',
    name: 'ca',
    spec: { ca: { secretName: 'ca-pair' } },
  });
  const leaf = certificate({
    spec: { issuerRef: { name: 'ca', kind: 'Issuer' } },
    ...notDue,
  });
  const ca = (status: object, spec: object = {}) =>
    certificate({
      name: 'root-ca',
      spec: {
        secretName: 'ca-pair',
        issuerRef: { name: 'self', kind: 'Issuer' },
        ...spec,
      },
      status: { ...status },
    });
  const self = issuer({
    kind: 'Issuer',
    name: 'self',
    spec: { selfSigned: {} },
  });
  const expired = { notAfter: ago('2h'), renewalTime: ago('30d') };

  it('is told by the Certificate that fills the Secret', () => {
    const judged = judge([leaf, ca(expired), caIssuer, self]);
    expect(judged).toMatchObject({
      status: 'failing',
      cause: 'issuer.ca-expired',
      evidence: 'Certificate/shop/root-ca',
    });
    expect(judged.item.finding?.since).toBe('2026-11-22T08:00:00.000Z');
  });

  it('takes the root of what the CA itself suffers from', () => {
    const broken = issuer({
      kind: 'Issuer',
      name: 'self',
      ready: cond('Ready=False/InvalidConfig', 'no such thing'),
    });
    const issuing = [
      cond('Issuing=True/Expired', 'expired', ago('2h')),
      cond('Ready=False/Expired', 'Certificate expired on …', ago('2h')),
    ];
    const sick = ca({ ...expired, conditions: issuing });
    expect(judge([leaf, sick, caIssuer, broken])).toMatchObject({
      cause: 'issuer.ca-expired',
      says: 'Certificate expired on …',
      root: 'prod-1/Issuer/shop/self',
    });
  });

  it('ends where CAs sign each other', () => {
    const a = ca(expired, { issuerRef: { name: 'other-ca' } });
    const b = certificate({
      name: 'other-ca',
      spec: { secretName: 'other-pair', issuerRef: { name: 'ca' } },
      status: expired,
    });
    const otherCa = issuer({
      kind: 'Issuer',
      name: 'other-ca',
      spec: { ca: { secretName: 'other-pair' } },
    });
    expect(judge([leaf, a, b, caIssuer, otherCa])).toMatchObject({
      cause: 'issuer.ca-expired',
      root: 'prod-1/Certificate/shop/root-ca',
    });
  });

  it('tells a CA that signs itself why it expired', () => {
    const loop = ca(expired, { issuerRef: { name: 'ca' } });
    expect(judge([loop, caIssuer]).cause).not.toBe('issuer.ca-expired');
  });

  it('finds the Secret of a ClusterIssuer where the controller runs', () => {
    const pair = secret('ca-pair', {
      namespace: 'cert-manager',
      data: { 'tls.crt': EXPIRED_CERTIFICATE },
    });
    const clusterCa = issuer({
      name: 'letsencrypt',
      spec: { ca: { secretName: 'ca-pair' } },
    });
    const judged = judge([certificate(notDue), pair, clusterCa]);
    expect(judged).toMatchObject({
      status: 'failing',
      cause: 'issuer.ca-expired',
      evidence: 'Secret/cert-manager/ca-pair',
      root: 'prod-1/Secret/cert-manager/ca-pair',
    });
    expect(
      judge([certificate(notDue), pair, clusterCa], { forbidden: ['secrets'] })
        .status,
    ).toBe('healthy');
  });

  it('is told by a failed request of any issuer', () => {
    const says =
      'Issuer returned an already expired certificate (notAfter: 2026-11-01T00:00:00Z). This usually indicates an expired CA certificate in the issuer.';
    const vault = issuer({ name: 'letsencrypt', spec: { vault: {} } });
    const subject = renewal('2h', {
      conditions: [cond('Issuing=False/InvalidCertificate', says, ago('1h'))],
      status: { lastFailureTime: ago('1h') },
    });
    const judged = judge([subject, vault, request(subject)]);
    expect(judged).toMatchObject({ cause: 'issuer.ca-expired', says });
  });

  it('is looked at again when the CA expires', () => {
    const { item } = judge([
      leaf,
      ca({ notAfter: ago('-2h'), renewalTime: ago('-1h') }),
      caIssuer,
      self,
    ]);
    expect(item.status).toBe('healthy');
    expect(item.revisitAt).toBe('2026-11-22T12:00:00.000Z');
  });
});

describe('certificate.renewal.disabled', () => {
  const disabled = (status: object) =>
    certificate({
      spec: { renewal: { policy: 'Disabled' } },
      status: { renewalTime: undefined, ...status },
    });

  it('is healthy until the last third begins', () => {
    const fresh = disabled({ notBefore: ago('50d'), notAfter: ago('-40d') });
    expect(judge([fresh]).status).toBe('healthy');
  });

  it('is at risk then, and failing once expired', () => {
    const late = judge([disabled({})]);
    expect(late).toMatchObject({
      status: 'at-risk',
      cause: 'renewal.disabled',
      evidence: 'Certificate/shop/shop-tls',
      root: 'prod-1/Certificate/shop/shop-tls',
    });
    expect(late.item.finding?.until).toBe('2026-12-21T10:00:00.000Z');
    expect(judge([disabled({ notAfter: ago('1d') })])).toMatchObject({
      status: 'failing',
      cause: 'renewal.disabled',
    });
  });
});
