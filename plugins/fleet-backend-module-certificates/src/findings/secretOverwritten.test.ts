import {
  ago,
  certificate,
  cond,
  judge,
  LiveCluster,
  renewal,
  request,
  secret,
} from '../testing';

const cause = 'secret.overwritten';
const root = 'prod-1/Secret/shop/shop-tls';
const text = 'Issuing certificate as Secret contains an invalid key-pair';

function mismatch(
  reason: string,
  options: Parameters<typeof certificate>[0] = {},
) {
  return certificate({
    conditions: [
      cond(`Issuing=True/${reason}`, text, ago('2m')),
      cond(`Ready=False/${reason}`, text, ago('2m')),
    ],
    ...options,
  });
}

describe('certificate.secret.overwritten', () => {
  it.each([
    ['MissingData', 'failing'],
    ['InvalidKeyPair', 'failing'],
    ['InvalidCertificate', 'failing'],
    ['SecretMismatch', 'degraded'],
    ['IncorrectIssuer', 'degraded'],
    ['IncorrectCertificate', 'degraded'],
  ])('%s is %s', (reason, status) => {
    expect(judge([mismatch(reason), secret('shop-tls')])).toMatchObject({
      status,
      cause,
      evidence: 'Secret/shop/shop-tls',
      says: text,
      root,
    });
  });

  it('is proved by the Certificate where Secrets may not be listed', () => {
    const judged = judge([mismatch('SecretMismatch')], {
      forbidden: ['secrets'],
    });
    expect(judged).toMatchObject({
      cause,
      evidence: 'Certificate/shop/shop-tls',
      root,
    });
  });

  it('is not concluded after a change of the spec, nor of two that share', () => {
    const edited = (time: string) =>
      mismatch('IncorrectIssuer', {
        metadata: {
          generation: 2,
          managedFields: [{ manager: 'kubectl', time }],
        },
      });
    expect(judge([edited(ago('2m'))]).cause).not.toBe(cause);
    expect(judge([edited(ago('9d'))]).cause).toBe(cause);
    const unknown = mismatch('IncorrectIssuer', {
      metadata: { generation: 2 },
    });
    expect(judge([unknown]).cause).not.toBe(cause);
    const younger = certificate({
      name: 'other-tls',
      created: ago('1d'),
      spec: { secretName: 'shop-tls' },
    });
    expect(judge([mismatch('SecretMismatch'), younger]).cause).not.toBe(cause);
  });

  it('is three requests within an hour', () => {
    const subject = renewal('1m');
    const asked = (revision: number, created: string) =>
      request(subject, { revision, created });
    const often = [
      asked(2, ago('80m')),
      asked(3, ago('50m')),
      asked(4, ago('21m')),
    ];
    expect(judge([subject, secret('shop-tls'), ...often])).toMatchObject({
      status: 'degraded',
      cause,
      says: 'Revisions 2, 3, 4 were requested within an hour',
    });
    const seldom = [asked(2, ago('90m')), ...often.slice(1)];
    expect(judge([subject, ...seldom]).cause).toBe('issuance.in-progress');
  });

  it('is over an hour after the first of three, where all is well', () => {
    const subject = certificate({ status: { renewalTime: ago('-9d') } });
    const asked = (ages: string[]) =>
      ages.map((age, index) =>
        request(subject, { revision: index + 1, created: ago(age) }),
      );
    expect(judge([subject, ...asked(['59m', '20m', '1m'])]).cause).toBe(cause);
    expect(judge([subject, ...asked(['61m', '20m', '5m'])]).status).toBe(
      'healthy',
    );
  });
});

describe('certificate.secret.overwritten, live', () => {
  const settled = (generation: number, revision = 3) =>
    certificate({
      metadata: { generation },
      conditions: [
        { ...cond('Ready=True/Ready'), observedGeneration: generation },
      ],
      status: { revision, renewalTime: ago('-1d') },
    });
  const changed = (generation: number) =>
    mismatch('IncorrectIssuer', { metadata: { generation } });

  it('knows whether the spec has changed', () => {
    const cluster = LiveCluster.start().put(settled(2)).put(changed(2));
    expect(cluster.verdict()).toBe(`degraded ${cause}`);
    const other = LiveCluster.start().put(settled(2));
    const unseen = settled(2);
    unseen.metadata.generation = 3;
    other.put(unseen).put(changed(3));
    expect(other.verdict()).not.toContain(cause);
  });

  it('sees a revision grow by three within an hour, until it stops', () => {
    const cluster = LiveCluster.start().put(settled(1, 3));
    cluster.at('2026-11-22T10:20:00Z').put(settled(1, 4));
    cluster.at('2026-11-22T10:30:00Z').put(settled(1, 5));
    expect(cluster.verdict()).toBe('healthy');
    cluster.at('2026-11-22T10:40:00Z').put(settled(1, 6));
    expect(cluster.verdict()).toBe(`degraded ${cause}`);
    cluster.at('2026-11-22T11:41:00Z');
    expect(cluster.verdict()).toBe('healthy');
  });

  it('counts none that was due when it began', () => {
    const due = (revision: number, renewalTime: string) =>
      certificate({
        conditions: [cond('Ready=True/Ready')],
        status: { revision, renewalTime },
      });
    const cluster = LiveCluster.start().put(due(3, '2026-11-22T10:15:00Z'));
    for (const [revision, at, next] of [
      [4, '15', '30'],
      [5, '30', '45'],
      [6, '45', '59'],
    ] as const) {
      cluster.at(`2026-11-22T10:${at}:01Z`);
      cluster.put(due(revision, `2026-11-22T10:${next}:00Z`));
    }
    expect(cluster.verdict()).toBe('healthy');
  });

  it('counts none that somebody asked for', () => {
    const asked = (revision: number) =>
      certificate({
        metadata: { generation: 1 },
        conditions: [
          cond('Ready=True/Ready'),
          cond('Issuing=True/ManuallyTriggered', 'By hand', ago('0m')),
        ],
        status: { revision, renewalTime: ago('-1d') },
      });
    const cluster = LiveCluster.start().put(settled(1, 3));
    for (const revision of [3, 4, 5, 6]) {
      cluster.put(asked(revision)).put(settled(1, revision + 1));
    }
    expect(cluster.verdict()).toBe('healthy');
    for (const revision of [8, 9, 10]) {
      cluster.put(settled(1, revision));
    }
    expect(cluster.verdict()).toBe(`degraded ${cause}`);
  });

  it('counts no change of the spec, nor what was not seen', () => {
    const cluster = LiveCluster.start().put(settled(1, 3));
    for (const generation of [2, 3, 4]) {
      cluster.put(settled(generation, 2 + generation));
    }
    expect(cluster.verdict()).toBe('healthy');
    expect(
      LiveCluster.start().put(settled(1, 3)).put(settled(1, 9)).verdict(),
    ).toBe('healthy');
  });
});
