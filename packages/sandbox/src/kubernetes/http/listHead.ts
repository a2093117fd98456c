import { ApiResource, apiVersionOf } from '../registry';

/** Kind and version of a list. */
export function listHead(resource: ApiResource) {
  return { kind: resource.listKind, apiVersion: apiVersionOf(resource) };
}
