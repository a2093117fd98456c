import { ResourceSpec } from './ResourceSpec';

/** Id of what the engine itself reads: to whom a namespace belongs. @public */
export const NAMESPACES = 'namespaces';

/** Namespaces with nothing but their metadata. @internal */
export function namespacesResource(): ResourceSpec {
  return {
    id: NAMESPACES,
    kind: 'Namespace',
    group: '',
    versions: ['v1'],
    plural: 'namespaces',
    namespaced: false,
    project: () => true,
  };
}
