import { Certificate, CertificateSpec } from '../types';
import { retryTime } from './backOff';
import { renewalTime } from './renewalTime';

const HOUR = 3_600_000;
const notBefore = new Date('2026-01-01T00:00:00Z');
const notAfter = new Date('2026-04-01T00:00:00Z');

function spec(more: Partial<CertificateSpec> = {}): CertificateSpec {
  return { secretName: 's', issuerRef: { name: 'i' }, ...more };
}

function failed(attempts: number): Certificate {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: 'c' },
    spec: spec(),
    status: {
      lastFailureTime: '2026-01-01T00:00:00Z',
      failedIssuanceAttempts: attempts,
    },
  };
}

describe('renewalTime', () => {
  it.each<[Partial<CertificateSpec>, string]>([
    [{}, '2026-03-02T00:00:00.000Z'],
    [{ renewBefore: '240h' }, '2026-03-22T00:00:00.000Z'],
    [{ renewBeforePercentage: 50 }, '2026-02-15T00:00:00.000Z'],
    // Longer than the certificate lives: as if it were not there.
    [{ renewBefore: '9000h' }, '2026-03-02T00:00:00.000Z'],
  ])('with %j is %s', (more, expected) => {
    expect(renewalTime(spec(more), { notBefore, notAfter }).toISOString()).toBe(
      expected,
    );
  });
});

describe('retryTime', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [6, 32],
    [9, 32],
  ])('after %d failures is in %d hours', (attempts, hours) => {
    const wait = retryTime(failed(attempts))!.getTime() - notBefore.getTime();
    expect(wait).toBe(hours * HOUR);
  });

  it('is not, when nothing failed', () => {
    expect(retryTime({ ...failed(0), status: {} })).toBeUndefined();
  });
});
