import { KubernetesObject } from '../../client/types';
import { ApiResource } from '../registry';

/** Fields of a spec that the server gives to new objects: nobody owns them. */
const ASSIGNED: Record<string, string[]> = {
  namespaces: ['finalizers'],
  pods: [
    'preemptionPolicy',
    'priority',
    'serviceAccount',
    'serviceAccountName',
    'tolerations',
  ],
  services: ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy'],
};

/** A new object without what the server assigned to it, as far as it was not asked for. */
export function withoutAssigned(
  { storage }: ApiResource,
  object: KubernetesObject,
  asked: KubernetesObject,
): KubernetesObject {
  const assigned = ASSIGNED[storage];
  if (!assigned) {
    return object;
  }
  const spec = { ...(object.spec as Record<string, unknown>) };
  const wanted = (asked.spec ?? {}) as Record<string, unknown>;
  for (const field of assigned) {
    if (wanted[field] === undefined) {
      delete spec[field];
    }
  }
  const { spec: _, ...rest } = object;
  return Object.keys(spec).length > 0
    ? ({ ...rest, spec } as KubernetesObject)
    : (rest as KubernetesObject);
}
