import { Issuer, Solver } from '../types';
import { chooseSolver } from './chooseSolver';

function issuer(...solvers: Solver[]): Issuer {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
    metadata: { name: 'acme' },
    spec: { acme: { server: '', privateKeySecretRef: { name: 'k' }, solvers } },
  };
}

const http: Solver = { http01: {} };
const dns: Solver = { dns01: {} };
const host = { name: 'web.shop.example', wildcard: false };

describe('chooseSolver', () => {
  it('takes HTTP-01 before DNS-01 when it comes first', () => {
    expect(chooseSolver(issuer(http, dns), host)).toEqual({
      solver: http,
      type: 'HTTP-01',
    });
  });

  it('needs DNS-01 for a wildcard', () => {
    const wildcard = { name: 'shop.example', wildcard: true };
    expect(chooseSolver(issuer(http, dns), wildcard)?.type).toBe('DNS-01');
    expect(chooseSolver(issuer(http), wildcard)).toBeUndefined();
  });

  it('prefers a name to a zone, and a longer zone to a shorter one', () => {
    const short = { ...dns, selector: { dnsZones: ['example'] } };
    const long = { ...dns, selector: { dnsZones: ['shop.example'] } };
    const named = { ...http, selector: { dnsNames: ['web.shop.example'] } };
    const all = issuer(http, short, long, named);
    expect(chooseSolver(all, host)?.solver).toBe(named);
    expect(chooseSolver(issuer(http, short, long), host)?.solver).toBe(long);
  });

  it('skips solvers for other names, zones or labels', () => {
    const others = issuer(
      { ...http, selector: { dnsNames: ['other.example'] } },
      { ...http, selector: { dnsZones: ['hop.example'] } },
      { ...http, selector: { matchLabels: { team: 'shop' } } },
    );
    expect(chooseSolver(others, host)).toBeUndefined();
    const labels = { team: 'shop' };
    expect(chooseSolver(others, { ...host, labels })).toBeDefined();
  });
});
