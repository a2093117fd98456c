import { KubernetesObject } from '../client';

/**
 * Definitions for the custom kinds among some objects, which a scenario does
 * not bring along: anything goes, because what was recorded is what was valid.
 */
export function definitionsFor(
  objects: KubernetesObject[],
): KubernetesObject[] {
  const kinds = new Map<string, KubernetesObject[]>();
  for (const object of objects) {
    const [group] = object.apiVersion.split('/');
    const key = `${group}/${object.kind}`;
    kinds.set(key, [...(kinds.get(key) ?? []), object]);
  }
  return [...kinds].map(([key, ofKind]) => definition(key, ofKind));
}

function definition(
  key: string,
  objects: KubernetesObject[],
): KubernetesObject {
  const [group, kind] = key.split('/');
  const versions = [
    ...new Set(objects.map(({ apiVersion }) => apiVersion.split('/')[1])),
  ];
  const plural = pluralOf(kind.toLowerCase());
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      names: {
        kind,
        plural,
        singular: kind.toLowerCase(),
        listKind: `${kind}List`,
      },
      scope: objects.some(({ metadata }) => metadata.namespace)
        ? 'Namespaced'
        : 'Cluster',
      versions: versions.map((name, index) => ({
        name,
        served: true,
        storage: index === 0,
        subresources: { status: {} },
        schema: {
          openAPIV3Schema: {
            type: 'object',
            'x-kubernetes-preserve-unknown-fields': true,
          },
        },
      })),
    },
  };
}

// As apimachinery's UnsafeGuessKindToResource: "gateway" keeps its y.
function pluralOf(singular: string): string {
  if (/(s|x|ch|sh)$/.test(singular)) {
    return `${singular}es`;
  }
  return /[^aeiou]y$/.test(singular)
    ? `${singular.slice(0, -1)}ies`
    : `${singular}s`;
}
