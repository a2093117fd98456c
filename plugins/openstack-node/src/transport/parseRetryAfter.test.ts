import { parseRetryAfter } from './parseRetryAfter';

const DATE = 'Mon, 23 Nov 2026 07:00:00 GMT';

describe('parseRetryAfter', () => {
  it.each([
    ['3', undefined, 3_000],
    [' 0 ', undefined, 0],
    ['Mon, 23 Nov 2026 07:00:05 GMT', DATE, 5_000],
    ['Mon, 23 Nov 2026 06:00:05 GMT', DATE, 0],
    ['Mon, 23 Nov 2026 07:00:05 GMT', undefined, undefined],
    ['-1', DATE, undefined],
    ['', DATE, undefined],
    [undefined, DATE, undefined],
  ])('%s', (value, sentAt, milliseconds) => {
    expect(parseRetryAfter(value, sentAt)).toBe(milliseconds);
  });
});
