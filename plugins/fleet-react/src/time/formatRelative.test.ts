import { formatClock } from './formatClock';
import { formatRelative } from './formatRelative';

const now = Date.parse('2026-01-05T12:00:00Z');
const relative = (seconds: number, locale = 'en') =>
  formatRelative(now + seconds * 1000, { now, locale });

describe('formatRelative', () => {
  it.each([
    [0, 'now'],
    [3, 'now'],
    [-1, '1 sec. ago'],
    [-59, '59 sec. ago'],
    [-180, '3 min. ago'],
    [7_200, 'in 2 hr.'],
    [26 * 86_400 + 5, 'in 26 days'],
    [89.9 * 86_400, 'in 89 days'],
    [-400 * 86_400, '13 mo. ago'],
    [-800 * 86_400, '2 yr. ago'],
  ])('says %d seconds as %s', (seconds, words) => {
    expect(relative(seconds)).toBe(words);
  });

  it('speaks the language of the app', () => {
    expect(relative(-180, 'de')).toBe('vor 3 Min.');
  });
});

describe('formatClock', () => {
  it('adds the date to what is not of today', () => {
    const options = { now, locale: 'de' };
    expect(formatClock(now - 3_600_000, options)).toMatch(/^\d\d:\d\d$/);
    expect(formatClock(now - 90_000_000, options)).toMatch(/04\.01\.2026/);
  });
});
