import { KubernetesResource } from './types';

/** The path of a collection or of one object. */
export function pathOf(
  resource: KubernetesResource,
  namespace?: string,
  name?: string,
  subresource?: string,
): string {
  const { group, version, plural } = resource;
  return [
    group ? `/apis/${group}/${version}` : `/api/${version}`,
    namespace && resource.namespaced ? `/namespaces/${namespace}` : '',
    `/${plural}`,
    name ? `/${encodeURIComponent(name)}` : '',
    subresource ? `/${subresource}` : '',
  ].join('');
}
