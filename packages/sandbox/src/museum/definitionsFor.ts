import { KubernetesObject, KubernetesResource } from '../client';

/** A custom kind, in all versions in which it is to be served. */
export interface CustomKind {
  group: string;
  kind: string;
  plural: string;
  versions: string[];
  namespaced: boolean;
}

/**
 * Definitions for the custom kinds among some objects, and for some others: a
 * scenario does not bring them along. Anything goes, because what was recorded
 * is what was valid.
 */
export function definitionsFor(
  objects: KubernetesObject[],
  others: KubernetesResource[],
): KubernetesObject[] {
  const kinds = new Map<string, CustomKind>();
  const note = ({ group, kind, versions, ...rest }: CustomKind) => {
    const key = `${group}/${kind}`;
    const known = kinds.get(key);
    kinds.set(key, {
      ...(known ?? { group, kind, ...rest }),
      versions: [...new Set([...(known?.versions ?? []), ...versions])],
    });
  };
  others.forEach(({ version, ...kind }) =>
    note({ ...kind, versions: [version] }),
  );
  objects.forEach(({ apiVersion, kind, metadata }) => {
    const [group, version] = apiVersion.split('/');
    note({
      group,
      kind,
      plural: pluralOf(kind.toLowerCase()),
      versions: [version],
      namespaced: metadata.namespace !== undefined,
    });
  });
  return [...kinds.values()].map(definition);
}

function definition(custom: CustomKind): KubernetesObject {
  const { group, kind, plural, versions, namespaced } = custom;
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
      scope: namespaced ? 'Namespaced' : 'Cluster',
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
