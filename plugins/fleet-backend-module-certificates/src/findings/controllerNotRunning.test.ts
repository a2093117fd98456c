import {
  ago,
  certificate,
  cond,
  controller,
  firstIssuance,
  issuer,
  judge,
  renewal,
  request,
} from '../testing';

const cause = 'controller.not-running';
const due = (since: string) =>
  certificate({ status: { renewalTime: ago(since) } });
const newCertificate = (age: string) => ({
  ...firstIssuance(age, { name: 'new-tls' }),
  status: {},
});

describe('certificate.controller.not-running', () => {
  it('is a certificate that is due, and nobody begins', () => {
    expect(judge([due('2h'), controller(0)])).toMatchObject({
      status: 'at-risk',
      cause,
      evidence: 'Deployment/cert-manager/cert-manager',
      says: 'No minimum availability.',
      root: 'prod-1/Deployment/cert-manager/cert-manager',
    });
  });

  it('waits an hour, or a hundredth of a shorter life', () => {
    expect(judge([due('59m')]).status).toBe('healthy');
    expect(judge([due('61m')]).cause).toBe(cause);
    const short = (since: string) =>
      certificate({
        status: {
          notBefore: ago('7h'),
          notAfter: ago('-3h'),
          renewalTime: ago(since),
        },
        conditions: [cond('Ready=True/Ready', '', ago('7h'))],
      });
    expect(judge([short('5m')]).status).toBe('healthy');
    expect(judge([short('7m')]).cause).toBe(cause);
  });

  it('counts from the last write of the object', () => {
    const written = certificate({
      metadata: { managedFields: [{ manager: 'x', time: ago('10m') }] },
    });
    expect(judge([written]).status).toBe('healthy');
  });

  it('is a Certificate without a status after five minutes', () => {
    expect(judge([newCertificate('4m')])).toMatchObject({
      status: 'progressing',
      cause: 'issuance.in-progress',
    });
    expect(judge([newCertificate('6m'), controller(0)])).toMatchObject({
      status: 'failing',
      cause,
    });
  });

  it('is a condition of an older generation', () => {
    const behind = (since: string) =>
      certificate({
        metadata: { generation: 2 },
        conditions: [cond('Ready=False/Expired', 'expired', ago(since))],
        status: {
          notAfter: ago('1h'),
          lastFailureTime: ago('30d'),
        },
      });
    expect(judge([behind('2h')])).toMatchObject({ status: 'failing', cause });
    expect(judge([behind('30m')]).cause).toBe('expired');
  });

  it('is proved by the Certificate where the Deployment runs, or is nowhere', () => {
    const root = 'prod-1/Deployment/cert-manager/cert-manager';
    const evidence = 'Certificate/shop/shop-tls';
    expect(judge([due('2h')])).toMatchObject({ cause, evidence, root });
    expect(judge([due('2h'), issuer()], { bare: true })).toMatchObject({
      cause,
      evidence,
      root,
    });
  });

  it('also leaves an issuance that it began itself', () => {
    expect(judge([renewal('2d'), controller(0)])).toMatchObject({
      status: 'at-risk',
      cause: 'controller.not-running',
      evidence: 'Deployment/cert-manager/cert-manager',
      root: 'prod-1/Deployment/cert-manager/cert-manager',
    });
    expect(judge([renewal('10m'), controller(0)]).cause).toBe(
      'issuance.in-progress',
    );
  });

  it('names what the Deployment shall have where it was scaled down', () => {
    const scaled = controller(0, { replicas: 0 });
    scaled.status = { conditions: [cond('Available=True/X')] };
    expect(judge([due('2h'), scaled]).says).toBe(
      'spec.replicas: 0, status.availableReplicas: 0',
    );
  });

  it('is not concluded while a request may exist', () => {
    const subject = due('2h');
    expect(
      judge([subject], { forbidden: ['certificaterequests'] }),
    ).toMatchObject({ status: 'progressing', cause: 'issuance.in-progress' });
    expect(judge([subject, request(subject)]).cause).not.toBe(cause);
  });

  it('says nothing of certificates that are not due', () => {
    expect(judge([due('-1h'), controller(0)]).status).toBe('healthy');
  });
});
