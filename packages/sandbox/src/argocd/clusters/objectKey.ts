import { KubernetesObject } from '../../client';

/** Group, kind, namespace and name: what stays the same across API versions. */
export function objectKey(object: KubernetesObject): string {
  const { namespace = '', name } = object.metadata;
  return `${groupOf(object)}/${object.kind}:${namespace}/${name}`;
}

/** The API group of an object, empty for the core group. */
export function groupOf(object: { apiVersion: string }): string {
  return object.apiVersion.includes('/') ? object.apiVersion.split('/')[0] : '';
}

/** The API version of an object without its group. */
export function versionOf(object: { apiVersion: string }): string {
  return object.apiVersion.split('/').at(-1)!;
}
