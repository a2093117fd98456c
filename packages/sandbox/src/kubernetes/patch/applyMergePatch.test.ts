import fc from 'fast-check';
import { Json } from '../../client/types';
import { JsonObject } from '../schema/types';
import { applyMergePatch } from './applyMergePatch';

describe('applyMergePatch', () => {
  // The cases of RFC 7386, appendix A, whose target and patch are objects.
  it.each<[JsonObject, JsonObject, JsonObject]>([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j is %j', (target, patch, expected) => {
    expect(applyMergePatch(target, patch)).toEqual(expected);
  });

  it('changes nothing when it is repeated', () => {
    const json = fc
      .dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))
      .filter(value => !JSON.stringify(value).includes('__proto__'))
      .map(value => JSON.parse(JSON.stringify(value)) as JsonObject);
    fc.assert(
      fc.property(json, json, (target, patch) => {
        const once = applyMergePatch(target, patch);
        expect(applyMergePatch(once, patch)).toEqual(once);
      }),
    );
  });

  it('cannot reach a prototype', () => {
    const patch = JSON.parse('{"__proto__": {"polluted": true}, "a": 1}');
    const result = applyMergePatch({}, patch);
    expect(result).toEqual({ a: 1 });
    expect(result.polluted).toBeUndefined();
  });

  it.each<[Json, string]>([
    [[], 'array'],
    ['x', 'string'],
    [3, 'number'],
  ])('refuses %j', (patch, kind) => {
    expect(() => applyMergePatch({}, patch)).toThrow(
      `error decoding patch: json: cannot unmarshal ${kind} into Go value of type map[string]interface {}`,
    );
  });
});
