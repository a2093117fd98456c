import { projectCertificate } from '../slices';
import { attemptsOf } from './attemptsOf';
import { DAY, HOUR } from './durations';
import { lifetimeOf } from './lifetimeOf';
import { Moments } from './Moments';

function attempts(options: {
  lifetime: number;
  at?: number;
  failed?: number;
  failedAt?: number;
}) {
  const start = Date.parse('2026-01-01T00:00:00Z');
  const iso = (after: number) => new Date(start + after).toISOString();
  const { lifetime, at = 0, failed, failedAt } = options;
  const slice = projectCertificate({
    status: {
      notBefore: iso(0),
      notAfter: iso(lifetime),
      failedIssuanceAttempts: failed,
      lastFailureTime: failedAt === undefined ? undefined : iso(failedAt),
    },
  });
  const moments = Moments.at(new Date(start + at));
  return {
    ...attemptsOf({
      slice,
      lifetime: lifetimeOf(slice),
      isIssuing: false,
      moments,
    }),
    start,
  };
}

describe('attemptsOf', () => {
  it.each([
    [160 * HOUR, 6],
    [45 * DAY, 16],
    [64 * DAY, 21],
    [90 * DAY, 27],
  ])('of a lifetime of %d ms fits in %d', (lifetime, total) => {
    expect(attempts({ lifetime }).total).toBe(total);
    expect(attempts({ lifetime }).left).toBe(total);
  });

  it('pauses an hour first, twice as long each time, at most 32 hours', () => {
    const pauses = [1, 2, 3, 6, 7, 50].map(failed => {
      const { next, start } = attempts({
        lifetime: 90 * DAY,
        at: 61 * DAY,
        failed,
        failedAt: 60 * DAY,
      });
      return (next! - start - 60 * DAY) / HOUR;
    });
    expect(pauses).toEqual([1, 2, 4, 32, 32, 32]);
  });

  it('counts what still fits in after failures', () => {
    const left = (failed: number, failedAt: number) =>
      attempts({ lifetime: 90 * DAY, at: failedAt, failed, failedAt }).left;
    expect(left(1, 60 * DAY)).toBe(26);
    expect(left(2, 60 * DAY + HOUR)).toBe(25);
    expect(left(13, 89 * DAY)).toBe(0);
    expect(left(13, 88 * DAY)).toBe(1);
  });

  it('knows since when it fails, by the pauses in between', () => {
    const since = (failed: number, failedAt: number) => {
      const options = { lifetime: 90 * DAY, at: failedAt, failed, failedAt };
      const { since: first = NaN, start } = attempts(options);
      return (first - start) / HOUR;
    };
    expect(since(1, 61 * DAY)).toBe(61 * 24);
    expect(since(8, 64 * DAY)).toBe(64 * 24 - 95);
    expect(since(8, 60 * DAY + HOUR)).toBe(60 * 24);
  });

  it('does not count attempts that were missed', () => {
    const { left } = attempts({
      lifetime: 90 * DAY,
      at: 90 * DAY - HOUR,
      failed: 1,
      failedAt: 60 * DAY,
    });
    expect(left).toBe(1);
  });

  it('knows nothing of a certificate that was never issued', () => {
    const slice = projectCertificate({});
    const moments = Moments.at(new Date());
    expect(
      attemptsOf({
        slice,
        lifetime: lifetimeOf(slice),
        isIssuing: true,
        moments,
      }),
    ).toEqual({ failed: 0 });
  });
});
