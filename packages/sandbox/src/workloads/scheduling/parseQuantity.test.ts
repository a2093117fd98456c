import { parseQuantity } from './parseQuantity';

describe('parseQuantity', () => {
  it.each([
    ['250m', 0.25],
    ['1', 1],
    ['64Mi', 64 * 2 ** 20],
    ['1e3', 1000],
    ['2G', 2e9],
  ])('%s is %s', (text, number) => {
    expect(parseQuantity(text)).toBe(number);
  });
});
