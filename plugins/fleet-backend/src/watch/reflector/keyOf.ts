import { KubernetesObject, textOf } from '@slipway/backstage-plugin-fleet-node';
import { ObjectKey } from './KnownObjects';

/** Identity of an object, `undefined` when it has no name. */
export function keyOf(object: KubernetesObject): ObjectKey | undefined {
  const name = textOf(object, 'metadata', 'name');
  return name === undefined
    ? undefined
    : {
        name,
        namespace: textOf(object, 'metadata', 'namespace') ?? '',
        uid: textOf(object, 'metadata', 'uid') ?? '',
        resourceVersion: textOf(object, 'metadata', 'resourceVersion') ?? '',
      };
}
