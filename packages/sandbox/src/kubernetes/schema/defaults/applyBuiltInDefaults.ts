import { GroupVersionKind, JsonObject } from '../types';
import { clusterDefaults } from './clusterDefaults';
import { Defaulter } from './Defaulter';
import { networkDefaults } from './networkDefaults';
import { workloadDefaults } from './workloadDefaults';

const DEFAULTERS: Record<string, Defaulter | undefined> = {
  ...workloadDefaults,
  ...networkDefaults,
  ...clusterDefaults,
};

/**
 * What the API server fills in for built-in kinds. The published schema says
 * little of it, and calls the zero values of Go defaults.
 */
export function applyBuiltInDefaults(
  object: JsonObject,
  gvk: GroupVersionKind,
): JsonObject {
  const defaulter = DEFAULTERS[`${gvk.group}/${gvk.kind}`];
  if (!defaulter) {
    return object;
  }
  const copy = structuredClone(object);
  defaulter(copy);
  return copy;
}
