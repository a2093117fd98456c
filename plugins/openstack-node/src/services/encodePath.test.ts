import { encodePath } from './encodePath';

describe('encodePath', () => {
  it('keeps what people write in one segment', () => {
    expect(encodePath(['clusters', 'a/b?c#d é'])).toBe(
      'clusters/a%2Fb%3Fc%23d%20%C3%A9',
    );
  });

  it.each(['', ' ', '.', '..'])('refuses %j', segment => {
    expect(() => encodePath(['clusters', segment])).toThrow(
      'is no id or name of anything',
    );
  });
});
