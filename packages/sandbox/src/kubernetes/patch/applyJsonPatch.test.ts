import fc from 'fast-check';
import { compare } from 'fast-json-patch';
import { Json } from '../../client/types';
import { JsonObject } from '../schema/types';
import { applyJsonPatch } from './applyJsonPatch';

const REJECTED =
  'the server rejected our request due to an error in our request';
const object = { metadata: { name: 'a' }, list: [1, 2, 3] };

describe('applyJsonPatch', () => {
  it.each<[string, Json, JsonObject]>([
    ['adds', [{ op: 'add', path: '/x', value: 1 }], { ...object, x: 1 }],
    [
      'inserts into lists',
      [
        { op: 'add', path: '/list/1', value: 9 },
        { op: 'add', path: '/list/-', value: 8 },
      ],
      { ...object, list: [1, 9, 2, 3, 8] },
    ],
    [
      'replaces',
      [{ op: 'replace', path: '/list/0', value: 7 }],
      { ...object, list: [7, 2, 3] },
    ],
    [
      'removes',
      [{ op: 'remove', path: '/list' }],
      { metadata: object.metadata },
    ],
    [
      'moves',
      [{ op: 'move', from: '/metadata/name', path: '/name' }],
      { ...object, metadata: {}, name: 'a' },
    ],
    [
      'understands escaped keys',
      [{ op: 'add', path: '/metadata/a~1b~0c', value: 1 }],
      { ...object, metadata: { name: 'a', 'a/b~c': 1 } },
    ],
    [
      'sets what replace does not find, as upstream does',
      [{ op: 'replace', path: '/new', value: 1 }],
      { ...object, new: 1 },
    ],
  ])('%s', (_, patch, expected) => {
    expect(applyJsonPatch(object, patch)).toEqual(expected);
  });

  it.each<[string, Json]>([
    ['a failed test', [{ op: 'test', path: '/metadata/name', value: 'b' }]],
    ['a missing key', [{ op: 'remove', path: '/nope' }]],
    ['a missing parent', [{ op: 'add', path: '/a/b', value: 1 }]],
    ['an index beyond the end', [{ op: 'remove', path: '/list/7' }]],
    ['an unknown operation', [{ op: 'wat', path: '/list' }]],
    ['an operation that is none', ['wat']],
    [
      'a way to a prototype',
      [{ op: 'add', path: '/__proto__', value: { polluted: true } }],
    ],
  ])('refuses %s', (_, patch) => {
    expect(() => applyJsonPatch(object, patch)).toThrow(
      expect.objectContaining({ code: 422, message: REJECTED }),
    );
  });

  it('refuses what is no list', () => {
    expect(() => applyJsonPatch(object, {})).toThrow(
      'error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
    );
  });

  it('carries out any difference that another library computed', () => {
    const json = fc
      .dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))
      .filter(value => !JSON.stringify(value).includes('__proto__'));
    fc.assert(
      fc.property(json, json, (before, after) => {
        const [a, b] = [before, after].map(
          value => JSON.parse(JSON.stringify(value)) as JsonObject,
        );
        const patch = compare(a, b) as unknown as Json;
        const untouched = structuredClone(a);
        expect(applyJsonPatch(a, patch)).toEqual(b);
        expect(a).toEqual(untouched);
      }),
    );
  });
});
