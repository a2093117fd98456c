import fc from 'fast-check';
import { isSameJson } from './isSameJson';

describe('isSameJson', () => {
  it('agrees with JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(isSameJson(value, JSON.parse(JSON.stringify(value)))).toBe(true);
      }),
    );
  });

  it('takes undefined for absent', () => {
    expect(isSameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(isSameJson({ a: 1 }, { a: 1, b: undefined })).toBe(true);
  });

  it('knows one zero', () => {
    expect(isSameJson({ a: -0 }, { a: 0 })).toBe(true);
    expect(isSameJson(Number.NaN, Number.NaN)).toBe(true);
  });

  it('sees differences', () => {
    expect(isSameJson({ a: 1 }, { a: 2 })).toBe(false);
    expect(isSameJson({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(isSameJson([1], [1, 2])).toBe(false);
    expect(isSameJson([], {})).toBe(false);
    expect(isSameJson(null, {})).toBe(false);
    expect(isSameJson('1', 1)).toBe(false);
  });
});
