import { KubernetesObject } from '../../client';

/** The objects among YAML documents; a List counts as its items. */
export function toObjects(documents: unknown[]): KubernetesObject[] {
  return documents
    .filter(document => document !== null && document !== undefined)
    .flatMap(document => {
      const object = document as KubernetesObject & {
        items?: KubernetesObject[];
      };
      if (typeof object !== 'object' || !object.kind) {
        throw new Error(
          `Object 'Kind' is missing in '${JSON.stringify(document)}'`,
        );
      }
      return object.kind.endsWith('List') && Array.isArray(object.items)
        ? object.items
        : [object];
    });
}
