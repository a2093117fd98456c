import { goDuration } from './goDuration';

describe('goDuration', () => {
  it.each([
    [400, '400ms'],
    [10_000, '10s'],
    [160_000, '2m40s'],
    [300_000, '5m0s'],
    [1_500, '1.5s'],
    [3_600_000, '1h0m0s'],
  ])('%s ms: %s', (ms, text) => {
    expect(goDuration(ms)).toBe(text);
  });
});
