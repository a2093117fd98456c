import { KubernetesObject } from '../../client/types';
import { ClusterCore } from '../ClusterCore';
import { badRequest, invalid, StatusError } from '../errors';
import { ApiResource, apiVersionOf } from '../registry';
import { StoredObject } from '../types';
import { WriteOptions } from './WriteOptions';

export interface CheckObjectOptions
  extends Pick<WriteOptions, 'fieldValidation' | 'warn'> {
  resource: ApiResource;
  object: KubernetesObject;
  live?: StoredObject;
  /** What a JSON or merge patch made. */
  isPatched?: boolean;
}

/** The object with its defaults and without unknown fields; 400 or 422 when it is not a valid one. */
export function checkObject(
  { schema }: ClusterCore,
  options: CheckObjectOptions,
): KubernetesObject {
  const { resource, object, live, fieldValidation = 'Warn', warn } = options;
  const { kind } = resource;
  const filled = schema.applyDefaults(object, resource);
  const { errors, unknownFields, decodeError } = schema.validate(
    filled,
    resource,
    live,
  );
  const asKind = `${kind} in version "${resource.version}" cannot be handled as a ${kind}: `;
  if (decodeError) {
    throw options.isPatched
      ? undecodablePatch(object, decodeError)
      : badRequest(`${asKind}${decodeError}`);
  }
  const unknown = unknownFields.map(field => `unknown field "${field}"`);
  if (unknown.length > 0 && fieldValidation === 'Strict') {
    throw badRequest(`${asKind}strict decoding error: ${unknown.join(', ')}`);
  }
  if (fieldValidation === 'Warn') {
    unknown.forEach(text => warn?.(text));
  }
  if (errors.length > 0) {
    throw invalid(resource, object.metadata.name, errors);
  }
  return {
    ...schema.prune(filled, resource),
    apiVersion: apiVersionOf(resource),
    kind,
  };
}

/** Upstream says it this way, without kind and name. */
function undecodablePatch(object: KubernetesObject, why: string): StatusError {
  return invalid({ group: '', kind: '' }, '', [
    {
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${JSON.stringify(
        JSON.stringify(object),
      )}: ${why}`,
      field: 'patch',
    },
  ]);
}
