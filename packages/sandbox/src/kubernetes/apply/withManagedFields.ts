import { Json, KubernetesObject } from '../../client/types';

/** The object with another list of managed fields, or none. */
export function withManagedFields(
  object: KubernetesObject,
  managedFields: Json[] | undefined,
): KubernetesObject {
  const { managedFields: _, ...metadata } = object.metadata;
  return {
    ...object,
    metadata: managedFields ? { ...metadata, managedFields } : metadata,
  };
}
