import {
  ago,
  certificate,
  challenge,
  cond,
  failedRenewal,
  issuer,
  judge,
  order,
  renewal,
  request,
  TestObject,
} from './testing';

const mayPass = (subject: TestObject) => {
  const asked = request(subject);
  const ordered = order(asked, { state: 'pending' });
  const reason = 'Could not determine the zone for "x"';
  return [subject, asked, ordered, challenge(ordered, { status: { reason } })];
};
const person = (subject: TestObject) => [
  subject,
  issuer({ ready: cond('Ready=False/InvalidConfig', 'wrong') }),
];

describe('status', () => {
  it('is healthy while a certificate is not due', () => {
    const early = certificate({ status: { renewalTime: ago('-1m') } });
    expect(judge(person(early)).status).toBe('healthy');
  });

  it('is at-risk from the first sign where only a person can help', () => {
    expect(judge(person(renewal('1m'))).status).toBe('at-risk');
  });

  it('is progressing for a tenth of the window where it may pass', () => {
    // The window of these is 31 and 33 days.
    expect(judge(mayPass(renewal('2d'))).status).toBe('progressing');
    expect(judge(mayPass(renewal('4d'))).status).toBe('at-risk');
  });

  it('is at-risk once half of the attempts are gone', () => {
    const short = (failed: number) =>
      renewal('3h', {
        status: {
          notBefore: ago('80h'),
          notAfter: ago('-30h'),
          renewalTime: ago('3h'),
          lastFailureTime: ago('1h'),
          failedIssuanceAttempts: failed,
        },
      });
    expect(judge(mayPass(short(1))).status).toBe('progressing');
    expect(judge(mayPass(short(6))).status).toBe('at-risk');
  });

  it('is failing once nothing valid is left, whatever Ready says', () => {
    const expired = (conditions: TestObject['status'][]) =>
      renewal('20d', { conditions, status: { notAfter: ago('1m') } });
    const ready = cond('Ready=True/Ready');
    const issuing = cond('Issuing=True/Renewing', '', ago('20d'));
    expect(judge(mayPass(expired([ready, issuing]))).status).toBe('failing');
  });

  it('is degraded where the spec asks for something else', () => {
    const conditions = [
      cond('Issuing=True/RequestChanged', 'changed', ago('1m')),
      cond('Ready=False/RequestChanged', 'changed', ago('1m')),
    ];
    const subject = (since: string) => renewal(since, { conditions });
    expect(judge(person(subject('1m'))).status).toBe('degraded');
    expect(judge(mayPass(subject('1m'))).status).toBe('progressing');
    expect(judge(mayPass(subject('9d'))).status).toBe('degraded');
  });

  it('is looked at again when it changes by time alone', () => {
    const { item } = judge([failedRenewal('')]);
    expect(item.revisitAt).toBe(item.details.nextAttemptAt);
    const quiet = judge([certificate({ status: { renewalTime: ago('-1d') } })]);
    expect(quiet.item.revisitAt).toBe('2026-11-23T10:00:00.000Z');
  });
});

describe('a certificate that was there before its Certificate', () => {
  it('is renewed, not issued for the first time', () => {
    const inTime = renewal('10m', { status: { revision: undefined } });
    const [subject, asked, ordered, stuck] = mayPass(inTime);
    expect(judge([subject, asked, ordered, stuck])).toMatchObject({
      status: 'progressing',
      cause: 'dns01.zone-broken',
    });
    subject.status.notAfter = ago('1d');
    expect(judge([subject, asked, ordered, stuck]).status).toBe('failing');
  });
});
