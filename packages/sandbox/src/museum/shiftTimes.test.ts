import { shiftTimes } from './shiftTimes';

const HOUR_MS = 3_600_000;

describe('shiftTimes', () => {
  it.each([
    ['2026-11-22T23:30:00Z', '2026-11-23T00:30:00Z'],
    ['2026-11-22T23:30:00+00:00', '2026-11-23T00:30:00+00:00'],
    ['2026-11-22T23:30:00.123456Z', '2026-11-23T00:30:00.123456Z'],
    [
      'retry after 2026-11-23 13:22:41 UTC: see https://example.org/',
      'retry after 2026-11-23 14:22:41 UTC: see https://example.org/',
    ],
    [
      'scheduled at 2026-11-21 08:00:00 +0000 UTC',
      'scheduled at 2026-11-21 09:00:00 +0000 UTC',
    ],
    [
      'Certificate expired on Sun, 22 Nov 2026 23:59:59 UTC',
      'Certificate expired on Mon, 23 Nov 2026 00:59:59 UTC',
    ],
    ['web-2026-11-22', 'web-2026-11-22'],
  ])('moves %s', (text, expected) => {
    expect(shiftTimes({ list: [text] }, HOUR_MS)).toEqual({ list: [expected] });
  });

  it('leaves everything else', () => {
    const value = { a: 1, b: true, c: null, d: 'text' };
    expect(shiftTimes(value, HOUR_MS)).toEqual(value);
  });
});
