import {
  ago,
  apiService,
  certificate,
  challenge,
  cond,
  controller,
  event,
  issuer,
  LiveCluster,
  order,
  renewal,
  request,
  secret,
  solverRoute,
  TestObject,
} from './testing';

// Each test changes something beside the Certificate, and sees its verdict change.
function stuck(options: Parameters<typeof challenge>[1]) {
  const subject = renewal('10d');
  const asked = request(subject);
  const ordered = order(asked, { state: 'pending' });
  return [subject, asked, ordered, challenge(ordered, options)];
}

function start(objects: TestObject[]) {
  return LiveCluster.start().put(...objects);
}

describe('affected', () => {
  it('follows issuers', () => {
    const cluster = start([renewal('2h')]);
    cluster.put(issuer({ ready: cond('Ready=False/X', 'no') }));
    expect(cluster.verdict()).toBe('at-risk issuer.not-ready');
    cluster.remove(issuer());
    expect(cluster.verdict()).toBe('at-risk issuer.not-found');
    cluster.put(issuer());
    expect(cluster.verdict()).toBe('progressing issuance.in-progress');
  });

  it('follows requests, orders and challenges, also when they go', () => {
    const objects = stuck({
      status: { reason: 'DNS update failed. Server replied: NOTAUTH' },
    });
    const cluster = start(objects);
    expect(cluster.verdict()).toBe('at-risk dns01.present-refused');
    cluster.remove(objects[3]);
    expect(cluster.verdict()).not.toContain('present-refused');
    cluster.put(objects[3]).remove(objects[3], objects[2], objects[1]);
    expect(cluster.verdict()).not.toContain('present-refused');
  });

  it('follows the controller', () => {
    const cluster = start([certificate()]);
    cluster.put(controller(0));
    expect(cluster.item()?.finding?.evidence.kind).toBe('Deployment');
    cluster.put(controller(1));
    expect(cluster.item()?.finding?.evidence.kind).toBe('Certificate');
  });

  it('follows webhooks', () => {
    const objects = stuck({
      solver: { dns01: { webhook: { groupName: 'acme.example.io' } } },
      status: { presented: true },
    });
    const cluster = start(objects);
    cluster.put(apiService('acme.example.io', cond('Available=False/X')));
    expect(cluster.verdict()).toBe('at-risk dns01.webhook-unavailable');
  });

  it('follows the Ingress of a solver, and what is said of it', () => {
    const objects = stuck({ type: 'HTTP-01', status: { presented: true } });
    const ingress = solverRoute(objects[3], 'Ingress');
    const cluster = start([...objects, ingress]);
    cluster.put(event(ingress, { reason: 'Rejected', message: 'taken' }));
    expect(cluster.verdict()).toBe('at-risk http01.solver-refused');
    cluster.remove(ingress);
    expect(cluster.verdict()).not.toContain('solver-refused');
  });

  it('follows events of orders', () => {
    const [subject, asked, ordered] = stuck({ status: {} });
    const cluster = start([subject, asked, ordered]);
    cluster.put(event(ordered, { reason: 'Solver', message: 'none fits' }));
    expect(cluster.verdict()).toBe('at-risk acme.no-solver');
  });

  it('follows events of challenges that say nothing themselves', () => {
    const objects = stuck({ status: {} });
    const cluster = start(objects);
    const message =
      'Error presenting challenge: DNS update failed. Server replied: NOTAUTH';
    cluster.put(event(objects[3], { reason: 'PresentError', message }));
    expect(cluster.verdict()).toBe('at-risk dns01.present-refused');
    expect(cluster.item()?.finding?.says).toBe(
      'DNS update failed. Server replied: NOTAUTH',
    );
  });

  it('follows who shares a Secret, and who does no more', () => {
    const early = { renewalTime: ago('-1d') };
    const sharing = (secretName: string) =>
      certificate({
        name: 'other-tls',
        created: ago('91d'),
        spec: { secretName },
        status: early,
      });
    const cluster = start([certificate({ status: early })]);
    cluster.put(sharing('shop-tls'));
    expect(cluster.verdict()).toBe('failing secret.shared-by-two');
    cluster.put(sharing('own'));
    expect(cluster.verdict()).toBe('healthy');
    cluster.put(sharing('shop-tls'), secret('shop-tls'));
    expect(cluster.verdict()).toBe('healthy');
    cluster.put(secret('shop-tls', { filledFor: 'other-tls' }));
    expect(cluster.verdict()).toBe('failing secret.shared-by-two');
    cluster.remove(sharing('shop-tls'));
    expect(cluster.verdict()).toBe('healthy');
  });

  it('follows a CA down to what it signed, and what the CA suffers from', () => {
    const early = { renewalTime: ago('-1d') };
    const expired = { notAfter: ago('1h') };
    const chain = [
      certificate({ spec: { issuerRef: { name: 'ca' } }, status: early }),
      certificate({
        name: 'ca-tls',
        spec: { issuerRef: { name: 'self' } },
        status: early,
      }),
      issuer({
        kind: 'Issuer',
        name: 'ca',
        spec: { ca: { secretName: 'ca-tls' } },
      }),
      issuer({ kind: 'Issuer', name: 'self', spec: { selfSigned: {} } }),
    ];
    const cluster = start(chain);
    expect(cluster.verdict()).toBe('healthy');
    const gone = renewal('2h', {
      name: 'ca-tls',
      spec: { issuerRef: { name: 'self' } },
      status: expired,
    });
    cluster.put(gone);
    expect(cluster.verdict()).toBe('failing issuer.ca-expired');
    const ready = cond('Ready=False/X', 'broken');
    cluster.put(issuer({ kind: 'Issuer', name: 'self', ready }));
    expect(cluster.item()?.finding?.root).toBe('prod-1/Issuer/shop/self');
    const open = cluster.engine.incidents().filter(({ closedAt }) => !closedAt);
    expect(open.map(({ root }) => root)).toEqual(['prod-1/Issuer/shop/self']);
    expect([...open[0].members].sort()).toEqual([
      'certificates/prod-1/shop/ca-tls',
      'certificates/prod-1/shop/shop-tls',
    ]);
  });
});
