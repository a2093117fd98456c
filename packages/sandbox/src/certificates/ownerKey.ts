import { KubernetesObject } from '../client';

/** `namespace/name` of the controlling owner of one kind. */
export function ownerKey(
  object: KubernetesObject,
  kind: string,
): string | undefined {
  const owner = object.metadata.ownerReferences?.find(
    reference => reference.controller && reference.kind === kind,
  );
  return owner && `${object.metadata.namespace ?? ''}/${owner.name}`;
}
