import {
  ago,
  certificate,
  cond,
  failedRenewal,
  firstIssuance,
  issuer,
  judge,
  order,
  renewal,
  request,
  TestObject,
} from '../testing';
import { Fields } from '../testing';

const evidence = 'CertificateRequest/shop/shop-tls-4';

function withRequest(
  subject: TestObject,
  conditions: Fields[],
  created = ago('1h'),
) {
  return [subject, request(subject, { conditions, created })];
}

describe('certificate.request.denied', () => {
  const text = 'No policy approved this request: [team-shop: not allowed]';

  it('is a person of another mind', () => {
    const denied = [
      cond('Denied=True/policy.cert-manager.io', text),
      cond('Ready=False/Denied', 'denied by an approval controller'),
    ];
    expect(judge(withRequest(failedRenewal(text), denied))).toMatchObject({
      status: 'at-risk',
      cause: 'request.denied',
      evidence,
      says: text,
      root: 'prod-1/Certificate/shop/shop-tls',
    });
  });

  it('is read from the Certificate when the request is gone', () => {
    expect(judge([failedRenewal(text)])).toMatchObject({
      cause: 'request.denied',
      evidence: 'Certificate/shop/shop-tls',
    });
  });
});

describe('certificate.request.not-approved', () => {
  const pending = [cond('Ready=False/Pending', 'Not approved yet')];

  it('is a request that nobody decides about for five minutes', () => {
    expect(judge(withRequest(renewal('1h'), pending))).toMatchObject({
      status: 'at-risk',
      cause: 'request.not-approved',
      evidence,
      root: 'prod-1/ClusterIssuer//letsencrypt',
    });
    expect(judge(withRequest(renewal('4m'), pending, ago('4m'))).cause).toBe(
      'issuance.in-progress',
    );
  });

  it('is also told of a first issuance, and of a request without a word', () => {
    expect(
      judge(withRequest(firstIssuance('6m'), [], ago('6m'))),
    ).toMatchObject({ status: 'failing', cause: 'request.not-approved' });
  });
});

describe('certificate.request.invalid', () => {
  const approved = cond('Approved=True/cert-manager.io');
  const text =
    'The CSR PEM requests a commonName that is not present in the list of dnsNames';
  const failed = cond('Ready=False/Failed', text);

  it('says so, or fails before an order is made', () => {
    const invalid = cond('InvalidRequest=True/Invalid', 'no such usage');
    expect(
      judge(withRequest(renewal('1h'), [approved, invalid])),
    ).toMatchObject({ cause: 'request.invalid', says: 'no such usage' });
    expect(
      judge(withRequest(failedRenewal(text), [approved, failed])),
    ).toMatchObject({ status: 'at-risk', cause: 'request.invalid', evidence });
  });

  it('is not concluded where orders may not be listed, or one was made', () => {
    const vague = cond('Ready=False/Failed', 'Something went wrong');
    const objects = withRequest(failedRenewal(text), [approved, vague]);
    expect(judge(objects).cause).toBe('request.invalid');
    expect(judge(objects, { forbidden: ['orders'] }).cause).not.toBe(
      'request.invalid',
    );
    expect(
      judge([...objects, order(objects[1], { state: 'invalid' })]).cause,
    ).not.toBe('request.invalid');
  });

  it('needs no look at orders where the text says enough, or none are made', () => {
    const forbidden = ['orders'];
    expect(
      judge(withRequest(failedRenewal(text), [approved, failed]), {
        forbidden,
      }),
    ).toMatchObject({ cause: 'request.invalid', evidence });
    const vague = cond('Ready=False/Failed', 'Vault failed to sign');
    expect(
      judge(
        [
          ...withRequest(failedRenewal('Vault'), [approved, vague]),
          issuer({ spec: { vault: {} } }),
        ],
        { forbidden },
      ).cause,
    ).toBe('request.invalid');
  });

  it('is read from the Certificate when the request is gone', () => {
    expect(judge([failedRenewal(text)]).cause).toBe('request.invalid');
  });
});

describe('the request of an issuance', () => {
  it('is that of the next revision, and controlled by the Certificate', () => {
    const denied = [cond('Denied=True/x', 'old')];
    const subject = renewal('1m');
    const old = request(subject, { revision: 3, conditions: denied });
    const stranger = request(certificate({ name: 'other-tls' }), {
      conditions: denied,
    });
    expect(judge([subject, old, stranger]).cause).toBe('issuance.in-progress');
  });

  it('is the newest of several', () => {
    const subject = failedRenewal('');
    const old = request(subject, {
      conditions: [cond('Denied=True/x', 'old')],
      created: ago('5h'),
    });
    const newer = request(subject, {
      conditions: [cond('Denied=True/x', 'new')],
    });
    newer.metadata.name = 'shop-tls-new';
    newer.metadata.uid = 'new';
    expect(judge([subject, old, newer]).says).toBe('new');
  });
});
