import { readLifetime } from './readLifetime';

const details = {
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: '2026-04-11T00:00:00Z',
  renewalTime: '2026-03-12T00:00:00Z',
};
const at = (time: string) => readLifetime(details, Date.parse(time));

describe('readLifetime', () => {
  it('places now and the renewal between issue and expiry', () => {
    expect(at('2026-02-20T00:00:00Z')).toEqual({
      now: 0.5,
      renewal: 0.7,
      phase: 'young',
    });
  });

  it('tells what is overdue from what has expired', () => {
    expect(at('2026-03-20T00:00:00Z')?.phase).toBe('overdue');
    expect(at('2026-04-11T00:00:00Z')).toMatchObject({
      now: 1,
      phase: 'expired',
    });
  });

  it('keeps to the ends when a clock is wrong', () => {
    expect(at('2025-12-01T00:00:00Z')?.now).toBe(0);
  });

  it('knows nothing of what was never issued, or is nonsense', () => {
    expect(readLifetime({}, 0)).toBeUndefined();
    expect(
      readLifetime({ notBefore: 'soon', notAfter: details.notAfter }, 0),
    ).toBeUndefined();
    expect(
      readLifetime(
        { notBefore: details.notAfter, notAfter: details.notBefore },
        0,
      ),
    ).toBeUndefined();
  });

  it('does without a renewal', () => {
    const rest = { ...details, renewalTime: undefined };
    expect(readLifetime(rest, Date.parse('2026-04-01T00:00:00Z'))).toEqual({
      now: 0.9,
      renewal: undefined,
      phase: 'young',
    });
  });
});
