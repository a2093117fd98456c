import { usualSuffix } from './usualSuffix';

describe('usualSuffix', () => {
  it('is what most zones end with', () => {
    expect(usualSuffix(['a.x.org', 'b.example.org', 'c.example.org'])).toBe(
      'example.org',
    );
  });

  it('is nothing without zones that have one', () => {
    expect(usualSuffix([])).toBeUndefined();
    expect(usualSuffix(['localhost'])).toBeUndefined();
  });
});
