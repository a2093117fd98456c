import { KubernetesObject, OwnerReference } from '../client';

/** The reference by which a controller owns what it makes for an object. */
export function controllerReference(owner: KubernetesObject): OwnerReference {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid!,
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** Whether an object was made by a controller for another one. */
export function isOwnedBy(
  object: KubernetesObject,
  owner: KubernetesObject,
): boolean {
  return (object.metadata.ownerReferences ?? []).some(
    reference => reference.controller && reference.uid === owner.metadata.uid,
  );
}

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
