import { describeZoneProblem } from './describeZoneProblem';

describe('describeZoneProblem', () => {
  it.each(['', 'localhost', 'a.b', 'shop-prod.example.org'])(
    'accepts "%s"',
    zone => {
      expect(describeZoneProblem(zone)).toBeUndefined();
    },
  );

  it.each([
    ['Shop.example.org', 'Only lower-case letters: shop.example.org'],
    ['shop..org', 'Dots are single'],
    ['.org', 'Dots are single'],
    ['shop_.org', '"shop_" cannot be part of it'],
    ['-shop.org', '"-shop" cannot be part of it'],
    [`${'x'.repeat(64)}.org`, 'cannot be part of it'],
    ['x.'.repeat(127), 'At most 253 characters; these are 254'],
  ])('says what is wrong with %s', (zone, message) => {
    expect(describeZoneProblem(zone)).toContain(message);
  });
});
