import { formatAge, formatDuration } from './formatAge';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

describe('formatDuration', () => {
  it.each([
    [0, '0s'],
    [119, '119s'],
    [120, '2m'],
    [9 * MINUTE + 5, '9m5s'],
    [10 * MINUTE + 5, '10m'],
    [3 * HOUR, '3h'],
    [7 * HOUR + 30 * MINUTE, '7h30m'],
    [8 * HOUR + 30 * MINUTE, '8h'],
    [2 * DAY + HOUR, '2d1h'],
    [8 * DAY + HOUR, '8d'],
    [800 * DAY, '2y70d'],
    [-5, '<invalid>'],
  ])('tells %i seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds * 1000)).toBe(text);
  });
});

it('does not know the age of what has no time', () => {
  expect(formatAge(undefined, new Date())).toBe('<unknown>');
});
