import { KubernetesObject, OwnerReference } from './types';

/** The reference by which `owner` controls what it makes. */
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

/** Whether `owner` made and controls `object`. */
export function isControlledBy(
  object: KubernetesObject,
  owner: KubernetesObject,
): boolean {
  return Boolean(
    object.metadata.ownerReferences?.some(
      ref => ref.controller && ref.uid === owner.metadata.uid,
    ),
  );
}
