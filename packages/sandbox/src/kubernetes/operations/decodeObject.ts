import { KubernetesObject } from '../../client/types';
import { badRequest } from '../errors';
import { ApiResource, apiVersionOf } from '../registry';

export interface DecodeTarget {
  resource: ApiResource;
  namespace?: string;
  /** From the path; absent when creating. */
  name?: string;
}

/** Checks that a body is an object of the kind and at the place that the path names. */
export function decodeObject(
  body: unknown,
  { resource, namespace, name }: DecodeTarget,
): KubernetesObject {
  const { kind } = resource;
  const apiVersion = apiVersionOf(resource);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest(
      `couldn't get version/kind; json parse error: json: cannot unmarshal ${
        Array.isArray(body) ? 'array' : typeof body
      } into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`,
    );
  }
  const object = { apiVersion, kind, ...body } as KubernetesObject;
  if (object.apiVersion !== apiVersion || object.kind !== kind) {
    throw badRequest(
      object.kind === kind
        ? `the API version in the data (${object.apiVersion}) does not match the expected API version (${apiVersion})`
        : `${object.kind} in version "${object.apiVersion}" cannot be handled as a ${kind}: converting (${object.apiVersion}, Kind=${object.kind}) to (${apiVersion}, Kind=${kind}): unknown conversion`,
    );
  }
  const metadata = { ...object.metadata };
  if (!resource.namespaced) {
    delete metadata.namespace;
  } else if (metadata.namespace && metadata.namespace !== namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  } else {
    metadata.namespace = namespace;
  }
  if (name !== undefined) {
    if (metadata.name && metadata.name !== name) {
      throw badRequest(
        `the name of the object (${metadata.name}) does not match the name on the URL (${name})`,
      );
    }
    metadata.name = name;
  }
  return { ...object, metadata };
}
