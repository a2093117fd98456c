import { KubernetesObject } from '../../client/types';
import {
  describeConflicts,
  serverSideApply,
  ServerSideApplyOptions,
} from '../apply';
import { ClusterCore } from '../ClusterCore';
import { badRequest, notFound, StatusError } from '../errors';
import { StoredObject } from '../types';
import { createObject } from './createObject';
import { getObject, ObjectPlace } from './getObject';
import { ignoredFieldsOf } from './noteManager';
import { objectKey } from './objectKey';
import { updateObject } from './updateObject';
import { WriteOptions } from './WriteOptions';

export interface ApplyOptions extends WriteOptions, ObjectPlace {
  subresource?: string;
  applied: KubernetesObject;
  /** Takes over what other managers own. */
  force: boolean;
}

/** Server-side apply: creates the object, or merges what the manager wants into it. */
export function applyObject(
  core: ClusterCore,
  options: ApplyOptions,
): { created: boolean; object: StoredObject } {
  const { resource, name, namespace, subresource, applied, force } = options;
  if (applied.metadata.managedFields !== undefined) {
    throw badRequest('metadata.managedFields must be nil');
  }
  checkDeclared(core, options);
  const apply = (live?: StoredObject) =>
    resultOf({
      live,
      applied,
      manager: options.fieldManager,
      force,
      subresource,
      ignoredFields: ignoredFieldsOf(resource, subresource),
      now: core.now(),
      schemaNode: core.schema.node(resource)!,
    });
  if (core.store.get(resource.storage, objectKey(name, namespace))) {
    const change = () => apply(getObject(core, options));
    const object = updateObject(core, { ...options, change, isApplied: true });
    return { created: false, object };
  }
  if (subresource || applied.metadata.uid) {
    throw notFound(resource, name);
  }
  const object = apply();
  return {
    created: true,
    object: createObject(core, { ...options, object, isApplied: true }),
  };
}

/** What is applied must be known to the schema as it was sent; it cannot be pruned. */
function checkDeclared(
  { schema }: ClusterCore,
  { resource, applied, namespace }: ApplyOptions,
) {
  const { unknownFields } = schema.validate(applied, resource);
  const errors = unknownFields.map(
    field => `.${field}: field not declared in schema`,
  );
  if (errors.length > 0) {
    const { apiVersion, kind, metadata } = applied;
    const listed =
      errors.length === 1 ? errors[0] : `errors:\n  ${errors.join('\n  ')}`;
    throw new StatusError({
      code: 500,
      message: `failed to create typed patch object (${namespace ?? ''}/${
        metadata.name
      }; ${apiVersion}, Kind=${kind}): ${listed}`,
    });
  }
}

function resultOf(options: ServerSideApplyOptions): KubernetesObject {
  const result = serverSideApply(options);
  if ('object' in result) {
    return result.object;
  }
  const { message, causes } = describeConflicts(result.conflicts);
  throw new StatusError({
    code: 409,
    reason: 'Conflict',
    message,
    details: { causes },
  });
}
