import { oneLine } from './oneLine';

describe('oneLine', () => {
  it('is one line of limited length, whatever the words are', () => {
    expect(oneLine(' no \r\n\tgood\u001b[0m ')).toBe('no good [0m');
    expect(oneLine('x'.repeat(9_999))).toBe(`${'x'.repeat(500)}…`);
  });
});
