import {
  ago,
  certificate,
  challenge,
  cond,
  failedRenewal,
  firstIssuance,
  issuer,
  judge,
  order,
  renewal,
  request,
} from '../testing';

const root = 'prod-1/ClusterIssuer//letsencrypt';

function notReady(reason: string, text: string) {
  return issuer({ ready: cond(`Ready=False/${reason}`, text, ago('3h')) });
}

describe('certificate.issuer.not-found', () => {
  const subject = renewal('2h', { spec: { issuerRef: { name: 'nobody' } } });
  const says =
    'Referenced "Issuer" not found: issuer.cert-manager.io "nobody" not found';

  it('is proved by the request, else by the Certificate', () => {
    const asked = request(subject, {
      conditions: [cond('Approved=True'), cond('Ready=False/Pending', says)],
    });
    expect(judge([subject, asked])).toMatchObject({
      status: 'at-risk',
      cause: 'issuer.not-found',
      evidence: 'CertificateRequest/shop/shop-tls-4',
      says,
      root: 'prod-1/Issuer/shop/nobody',
    });
    expect(judge([subject])).toMatchObject({
      cause: 'issuer.not-found',
      evidence: 'Certificate/shop/shop-tls',
      says: 'spec.issuerRef: Issuer nobody',
    });
  });

  it('is not concluded where issuers may not be listed, unless it is said', () => {
    const forbidden = ['issuers'];
    expect(judge([subject], { forbidden }).cause).not.toBe('issuer.not-found');
    const asked = request(subject, {
      conditions: [cond('Approved=True'), cond('Ready=False/Pending', says)],
    });
    expect(judge([subject, asked], { forbidden }).cause).toBe(
      'issuer.not-found',
    );
  });

  it('is a kind that there is not', () => {
    const wrong = renewal('2h', {
      spec: { issuerRef: { name: 'letsencrypt', kind: 'Clusterissuer' } },
    });
    expect(judge([wrong])).toMatchObject({
      cause: 'issuer.not-found',
      root: 'prod-1/Clusterissuer/shop/letsencrypt',
    });
  });

  it("says nothing of somebody else's kinds of issuers", () => {
    const external = renewal('1m', {
      spec: {
        issuerRef: { name: 'x', kind: 'AWSPCAIssuer', group: 'awspca.example' },
      },
    });
    expect(judge([external]).cause).toBe('issuance.in-progress');
  });

  it('ends when the issuer comes', () => {
    const asked = request(subject, {
      conditions: [cond('Approved=True'), cond('Ready=False/Pending', says)],
    });
    const come = issuer({ kind: 'Issuer', name: 'nobody' });
    expect(judge([subject, asked, come]).cause).not.toBe('issuer.not-found');
  });

  it('waits until the certificate is due', () => {
    const early = certificate({
      spec: { issuerRef: { name: 'nobody' } },
      status: { renewalTime: ago('-1d') },
    });
    expect(judge([early]).status).toBe('healthy');
  });
});

describe('an issuer that is not ready', () => {
  it.each([
    [
      'ErrRegisterACMEAccount',
      'Failed to register ACME account: 403 urn:ietf:params:acme:error:unauthorized: An account with the provided public key exists but is deactivated',
      'issuer.acme-account',
    ],
    [
      'ErrVerifyACMEAccount',
      'Failed to verify ACME account: 400 urn:ietf:params:acme:error:accountDoesNotExist: Account not found',
      'issuer.acme-account',
    ],
    [
      'ErrVerifyACMEAccount',
      'Account private key is invalid: error decoding private key PEM block',
      'issuer.acme-account',
    ],
    [
      'ErrRegisterACMEAccount',
      'failed to get External Account Binding key from secret: secret "eab" not found',
      'issuer.acme-account',
    ],
    [
      'ErrRegisterACMEAccount',
      'Failed to register ACME account: Get "https://acme.example.org/directory": dial tcp 192.0.2.7:443: i/o timeout',
      'acme.server-unreachable',
    ],
    [
      'ErrRegisterACMEAccount',
      'Failed to register ACME account: Get "https://acme.example.org/directory": tls: failed to verify certificate: x509: certificate signed by unknown authority',
      'acme.server-unreachable',
    ],
    [
      'ErrVerifyACMEAccount',
      'Failed to verify ACME account: 503 urn:ietf:params:acme:error:rateLimited: Service busy; retry later.',
      'acme.server-unreachable',
    ],
    [
      'ErrVerifyACMEAccount',
      'Failed to verify ACME account: 502 : <html>Bad Gateway</html>',
      'acme.server-unreachable',
    ],
    [
      'InvalidURL',
      'Failed to parse existing ACME server URI',
      'issuer.not-ready',
    ],
    ['InvalidSolver', 'no solver', 'issuer.not-ready'],
  ])('%s: %s', (reason, text, cause) => {
    expect(judge([renewal('10d'), notReady(reason, text)])).toMatchObject({
      status: 'at-risk',
      cause,
      evidence: 'ClusterIssuer//letsencrypt',
      says: text,
      root,
    });
  });

  it('is not ready for any other reason of any kind of issuer', () => {
    const vault = issuer({
      spec: { vault: { server: 'https://vault' } },
      ready: cond(
        'Ready=False/VaultError',
        'Failed to verify Vault is initialized and unsealed: dial tcp: connection refused',
      ),
    });
    expect(judge([renewal('2h'), vault])).toMatchObject({
      status: 'at-risk',
      cause: 'issuer.not-ready',
      root,
    });
    expect(judge([renewal('2h'), issuer({ ready: null })]).cause).toBe(
      'issuer.not-ready',
    );
  });

  it('is given a minute to say anything at all', () => {
    const made = issuer({ ready: null, created: ago('0m') });
    expect(judge([firstIssuance('0m'), made]).status).toBe('progressing');
  });

  it('beats what a challenge still says', () => {
    const subject = renewal('10d');
    const asked = request(subject);
    const ordered = order(asked, { state: 'pending' });
    const stuck = challenge(ordered, {
      status: { reason: 'DNS update failed. Server replied: NOTAUTH' },
    });
    const objects = [subject, asked, ordered, stuck];
    const judged = judge([...objects, notReady('InvalidConfig', 'x')]);
    expect(judged.cause).toBe('issuer.not-ready');
    expect(judged.item.beside?.map(({ cause }) => cause)).toEqual([
      'certificate.dns01.present-refused',
    ]);
  });
});

describe('certificate.acme.server-unreachable, said by the order', () => {
  const reason =
    'Failed to create Order: Post "https://acme.example.org/new-order": context deadline exceeded';

  it('is proved by the Order while the issuer is ready', () => {
    const subject = failedRenewal('', { attempts: 1 });
    const asked = request(subject);
    const ordered = order(asked, { state: 'errored', reason });
    expect(judge([subject, asked, ordered])).toMatchObject({
      status: 'at-risk',
      cause: 'acme.server-unreachable',
      evidence: 'Order/shop/shop-tls-4-77',
      says: reason,
      root,
    });
  });

  it('is read from what was copied up when the Order is gone', () => {
    const text = `Failed to wait for order resource "x" to become ready: order is in "errored" state: ${reason}`;
    expect(judge([failedRenewal(text)])).toMatchObject({
      cause: 'acme.server-unreachable',
      evidence: 'Certificate/shop/shop-tls',
    });
  });

  it('may pass', () => {
    const fresh = failedRenewal(`order is in "errored" state: ${reason}`, {
      attempts: 1,
      status: { renewalTime: ago('6h') },
    });
    expect(judge([fresh]).status).toBe('progressing');
  });
});
