import { parseTime } from './parseTime';

describe('parseTime', () => {
  it.each([
    ['2026-11-22T12:20:00', Date.UTC(2026, 10, 22, 12, 20)],
    ['2026-11-22T12:20:00Z', Date.UTC(2026, 10, 22, 12, 20)],
    ['2026-11-22T12:20:00.000000Z', Date.UTC(2026, 10, 22, 12, 20)],
    ['2026-11-22T14:20:00+02:00', Date.UTC(2026, 10, 22, 12, 20)],
    ['tomorrow', undefined],
    [undefined, undefined],
  ])('%s', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });
});
