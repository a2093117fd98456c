import { ObjectRef } from '@slipway/backstage-plugin-fleet-common';
import { isOutside } from '../../scopes/isOutside';

/**
 * What clouds have records of, and what is not there yet. Kinds of Kubernetes by
 * these names are in namespaces.
 */
const RECORD_KINDS = [
  'Cluster',
  'NodeGroup',
  'ClusterTemplate',
  'Magnum',
  'Registration',
];

/** Whether there is a Kubernetes object behind a name, which can be read. */
export function hasLiveObject(object: ObjectRef): boolean {
  const { scope, kind, namespace } = object;
  const isRecord = namespace === '' && RECORD_KINDS.includes(kind);
  return !isRecord && !isOutside(scope);
}
