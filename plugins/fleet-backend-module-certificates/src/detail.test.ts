import {
  ago,
  certificate,
  challenge,
  cond,
  controller,
  failedRenewal,
  issuer,
  LiveCluster,
  order,
  renewal,
  request,
  TestObject,
} from './testing';

function detail(...objects: TestObject[]) {
  const cluster = LiveCluster.start().put(...objects);
  return cluster.engine.detail('certificates/prod-1/shop/shop-tls');
}

function failed() {
  const subject = failedRenewal('order is in "invalid" state: ');
  const asked = request(subject, {
    conditions: [
      cond('Approved=True'),
      cond('Ready=False/Failed', 'order is in "invalid" state: '),
    ],
  });
  const ordered = order(asked, { state: 'invalid' });
  const status = { state: 'invalid', reason: 'Timeout during connect' };
  return [subject, asked, ordered, challenge(ordered, { status })];
}

describe('the chain of a certificate', () => {
  it('leads from it to what proves the cause', () => {
    const steps = detail(...failed())?.chain.map(({ title, state, says }) =>
      [`${title}: ${state}`, says].filter(Boolean).join(', '),
    );
    expect(steps).toEqual([
      expect.stringMatching(/^Certificate: failed, The certificate request/),
      'ClusterIssuer: done',
      'Request 4: failed, order is in "invalid" state: ',
      'Order: failed, invalid',
      'Challenge DNS-01 shop.example.org: failed, Timeout during connect',
    ]);
  });

  it('ends with what proves it beside the walk', () => {
    const steps = detail(certificate(), controller(0))?.chain;
    expect(steps?.at(-1)).toMatchObject({
      object: { kind: 'Deployment', name: 'cert-manager' },
      state: 'failed',
      says: 'No minimum availability.',
    });
  });

  it('is quiet while all is well', () => {
    const well = certificate({ status: { renewalTime: ago('-1d') } });
    expect(detail(well)?.chain.map(({ state }) => state)).toEqual([
      'done',
      'done',
    ]);
  });

  it('says what waits, and what is missing', () => {
    const subject = renewal('1m', { spec: { issuerRef: { name: 'none' } } });
    const asked = request(subject, { conditions: [] });
    expect(detail(subject, asked)?.chain.map(({ state }) => state)).toEqual([
      'failed',
      'failed',
      'waiting',
    ]);
  });

  it('calls failed what is tried in vain, and waiting what waits for it', () => {
    const subject = renewal('2h');
    const asked = request(subject, {
      conditions: [cond('Approved=True'), cond('Ready=False/Pending')],
    });
    const ordered = order(asked, { state: 'pending' });
    const refused = challenge(ordered, {
      status: {
        state: 'pending',
        processing: true,
        presented: false,
        reason: 'Forbidden: the token may not edit this zone',
      },
    });
    expect(
      detail(subject, asked, ordered, refused)?.chain.map(({ state }) => state),
    ).toEqual(['waiting', 'done', 'waiting', 'waiting', 'failed']);
  });

  it('calls running what is still in its usual time', () => {
    const subject = renewal('1m');
    const asked = request(subject, { conditions: [cond('Approved=True')] });
    expect(detail(subject, asked)?.chain.map(({ state }) => state)).toEqual([
      'running',
      'done',
      'running',
    ]);
  });
});

describe('changes before a failure', () => {
  it('are edits of what the certificate hangs on, newest first', () => {
    const edited = (object: TestObject, manager: string, time: string) => {
      object.metadata.managedFields = [
        { manager, operation: 'Update', time },
        {
          manager: 'cert-manager-issuers',
          operation: 'Update',
          subresource: 'status',
          time: ago('1m'),
        },
      ];
      return object;
    };
    const found = detail(
      edited(renewal('2h'), 'argocd-controller', ago('3d')),
      edited(issuer(), 'kubectl-edit', ago('3h')),
    );
    expect(found?.changes).toEqual([
      {
        at: '2026-11-22T07:00:00.000Z',
        title: 'ClusterIssuer letsencrypt edited',
        by: 'kubectl-edit',
        object: expect.objectContaining({ kind: 'ClusterIssuer' }),
      },
      expect.objectContaining({ by: 'argocd-controller' }),
    ]);
  });

  it('are not told where the whole cluster is away', () => {
    const subject = renewal('2h');
    subject.metadata.managedFields = [
      { manager: 'kubectl-edit', operation: 'Update', time: ago('3d') },
    ];
    const cluster = LiveCluster.start().put(subject).unreachable();
    const found = cluster.engine.detail('certificates/prod-1/shop/shop-tls');
    expect(found?.item.status).toBe('unknown');
    expect(found?.changes).toEqual([]);
  });
});

describe('remedies', () => {
  it('are to renew, where it helps, and to look closer', () => {
    expect(detail(...failed())?.remedies).toEqual([
      expect.objectContaining({
        kind: 'operation',
        operation: 'renew',
        effect: expect.stringContaining('limits of the certificate authority'),
      }),
      expect.objectContaining({
        kind: 'command',
        command:
          'kubectl describe challenge shop-tls-4-77-1 --namespace shop --context prod-1',
      }),
    ]);
  });

  it('say why renewing would not help', () => {
    const broken = issuer({ ready: cond('Ready=False/X', 'no') });
    expect(detail(renewal('2h'), broken)?.remedies[0]).toMatchObject({
      operation: 'renew',
      refused: expect.stringContaining('under way since 2026-11-22 08:00 UTC'),
    });
  });
});
