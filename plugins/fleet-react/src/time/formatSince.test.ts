import { formatSince } from './formatSince';

const now = Date.parse('2026-01-05T12:00:00Z');
const since = (seconds: number, locale = 'en') =>
  formatSince(now - seconds * 1000, { now, locale });

describe('formatSince', () => {
  it.each([
    [0, '0 sec'],
    [-3, '0 sec'],
    [11, '11 sec'],
    [180, '3 min'],
    [3_599, '59 min'],
  ])('says what began %d seconds ago as %s', (seconds, words) => {
    expect(since(seconds)).toBe(words);
  });

  it('goes on with the clock, then with the date', () => {
    expect(since(7_200, 'de')).toMatch(/^\d\d:\d\d$/);
    expect(since(90_000, 'de')).toMatch(/04\.01\.2026/);
  });

  it('speaks the language of the app', () => {
    expect(since(180, 'de')).toBe('3 Min.');
  });
});
