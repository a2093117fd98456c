import fc from 'fast-check';
import {
  toyDomain,
  toyObject,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { conditionsOf } from './conditionsOf';
import { KubernetesObject } from './KubernetesObject';
import { mergeResources } from './mergeResources';

/** A real object, with what is at some of its paths replaced by anything. */
function mutated(object: unknown): fc.Arbitrary<unknown> {
  if (typeof object !== 'object' || object === null) {
    return fc.oneof(
      { weight: 4, arbitrary: fc.constant(object) },
      { weight: 1, arbitrary: fc.jsonValue() },
    );
  }
  const fields = Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, mutated(value)]),
  );
  return fc.oneof(
    { weight: 8, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
}

describe('any object', () => {
  const resources = mergeResources([toyDomain()]);

  it('becomes a row or none, and nothing is thrown', () => {
    fc.assert(
      fc.property(mutated(toyObject('bear')), fc.jsonValue(), (toy, any) => {
        for (const object of [toy, any]) {
          for (const resource of resources) {
            const row = resource.project(
              'cluster/dev-1',
              object as KubernetesObject,
            );
            expect(row === undefined || row.name.length > 0).toBe(true);
          }
          expect(Array.isArray(conditionsOf(object))).toBe(true);
        }
      }),
    );
  });
});
