import { KubernetesObject } from '../../client/types';

/** Without keys that have no value: JSON would drop them anyway, and comparisons would see them. */
export function withoutUndefined(object: KubernetesObject): KubernetesObject {
  return JSON.parse(JSON.stringify(object));
}
