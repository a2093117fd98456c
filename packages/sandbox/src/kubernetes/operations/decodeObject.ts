import { KubernetesObject } from '../../client/types';
import { badRequest } from '../errors';
import { ApiResource, apiVersionOf } from '../registry';

export interface DecodeTarget {
  resource: ApiResource;
  namespace?: string;
  /** From the path; absent when creating. */
  name?: string;
}

const MUST_SAY = ['kind', 'apiVersion'] as const;
const MAX_EXCERPT = 30;

/** Checks that a body is an object of the kind and at the place that the path names. */
export function decodeObject(
  body: unknown,
  { resource, namespace, name }: DecodeTarget,
): KubernetesObject {
  const { kind } = resource;
  const apiVersion = apiVersionOf(resource);
  const given = (body ?? {}) as Partial<KubernetesObject>;
  // Custom resources are not filled in by a Go type.
  const missing = resource.custom && MUST_SAY.find(field => !given[field]);
  if (missing) {
    const text = JSON.stringify(given);
    throw badRequest(
      `the object provided is unrecognized (must be of type ${kind}): Object '${
        missing === 'kind' ? 'Kind' : missing
      }' is missing in '${text}' (${
        text.length > MAX_EXCERPT ? `${text.slice(0, MAX_EXCERPT)} ...` : text
      })`,
    );
  }
  const object = { apiVersion, kind, ...given } as KubernetesObject;
  if (object.apiVersion !== apiVersion || object.kind !== kind) {
    throw badRequest(mismatch(resource, object));
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

function mismatch(resource: ApiResource, object: KubernetesObject): string {
  const { kind, version } = resource;
  const subject = `${object.kind} in version "${
    object.apiVersion.split('/').reverse()[0]
  }" cannot be handled as a ${kind}: `;
  return object.kind === kind
    ? `${kind} in version "${version}" cannot be handled as a ${kind}: no kind "${kind}" is registered for version "${object.apiVersion}" in scheme "pkg/runtime/scheme.go:111"`
    : `${subject}converting (${goName(object)}) to (${
        resource.group.split('.')[0] || 'core'
      }.${kind}): unknown conversion`;
}

function goName({ apiVersion, kind }: KubernetesObject): string {
  return `${apiVersion.split('/').reverse()[0]}.${kind}`;
}
