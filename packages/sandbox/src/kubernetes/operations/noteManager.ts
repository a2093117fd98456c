import { KubernetesObject } from '../../client/types';
import { FieldPath, updateManagedFields } from '../apply';
import { ClusterCore } from '../ClusterCore';
import { ApiResource, apiVersionOf } from '../registry';
import { StoredObject } from '../types';
import { WriteOptions } from './WriteOptions';

export interface NoteManagerOptions
  extends Pick<WriteOptions, 'fieldManager' | 'isApplied'> {
  resource: ApiResource;
  subresource?: string;
  live?: StoredObject;
  updated: KubernetesObject;
}

/** Writes into `managedFields` who set what; server-side apply has done so already. */
export function noteManager(
  { schema, now }: ClusterCore,
  options: NoteManagerOptions,
): KubernetesObject {
  const { resource, subresource, live, updated, fieldManager } = options;
  const schemaNode = schema.node(resource);
  if (!schemaNode || options.isApplied) {
    return updated;
  }
  return updateManagedFields({
    live,
    updated,
    manager: fieldManager,
    subresource,
    apiVersion: apiVersionOf(resource),
    ignoredFields: ignoredFieldsOf(resource, subresource),
    now: now(),
    schemaNode,
  });
}

/** What cannot be written through a path, and so is not owned by who writes there. */
export function ignoredFieldsOf(
  resource: ApiResource,
  subresource?: string,
): FieldPath[] {
  if (subresource === 'status') {
    return [['f:spec'], ['f:metadata']];
  }
  return resource.subresources.some(sub => sub.name === 'status')
    ? [['f:status']]
    : [];
}
