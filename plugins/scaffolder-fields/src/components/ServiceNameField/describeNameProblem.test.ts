import { describeNameProblem } from './describeNameProblem';

describe('describeNameProblem', () => {
  it.each(['shop', 'a', 'shop-2', 'x'.repeat(40)])('accepts %s', name => {
    expect(describeNameProblem(name)).toBeUndefined();
  });

  it.each([
    ['Shop', 'Only lower-case letters: shop'],
    ['my_shop', '"_" cannot be part of it'],
    ['my shop', 'A space cannot be part of it'],
    ['2shop', 'Begin with a letter'],
    ['-shop', 'Begin with a letter'],
    ['my--shop', 'Dashes are single'],
    ['shop-', 'Dashes are single'],
    ['x'.repeat(41), 'At most 40 characters; these are 41'],
  ])('says what is wrong with %s', (name, message) => {
    expect(describeNameProblem(name)).toContain(message);
  });
});
