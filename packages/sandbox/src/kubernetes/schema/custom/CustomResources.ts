import { SchemaNode } from '../SchemaNode';
import { ApiResource, GroupVersionKind, JsonSchema } from '../types';

const VERBS = [
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'create',
  'update',
  'watch',
];

/** The part of a CustomResourceDefinition that serving needs. */
export interface CustomResourceDefinition {
  metadata: { name: string };
  spec: {
    group: string;
    scope: string;
    names: {
      kind: string;
      plural: string;
      singular?: string;
      shortNames?: string[];
      categories?: string[];
    };
    versions: {
      name: string;
      served: boolean;
      schema?: { openAPIV3Schema?: JsonSchema };
      subresources?: { status?: object; scale?: object };
    }[];
  };
}

/** A served version of a custom resource. */
export interface CustomResource {
  resource: ApiResource;
  node: SchemaNode;
}

/** The custom resources of one cluster, by the definition that brought them. */
export class CustomResources {
  readonly #components: ReadonlyMap<string, JsonSchema>;
  readonly #byDefinition = new Map<string, CustomResource[]>();

  constructor(components: ReadonlyMap<string, JsonSchema>) {
    this.#components = components;
  }

  set(definition: CustomResourceDefinition): void {
    const { metadata, spec } = definition;
    this.#byDefinition.set(
      metadata.name,
      spec.versions
        .filter(version => version.served)
        .map(version => ({
          resource: toResource(spec, version),
          node: SchemaNode.create(
            version.schema?.openAPIV3Schema ?? {
              type: 'object',
              'x-kubernetes-preserve-unknown-fields': true,
            },
            this.#components,
            { custom: true, root: true },
          ),
        })),
    );
  }

  remove(name: string): void {
    this.#byDefinition.delete(name);
  }

  list(): CustomResource[] {
    return [...this.#byDefinition.values()].flat();
  }

  find(gvk: GroupVersionKind): CustomResource | undefined {
    return this.list().find(
      ({ resource }) =>
        resource.group === gvk.group &&
        resource.version === gvk.version &&
        resource.kind === gvk.kind,
    );
  }
}

function toResource(
  spec: CustomResourceDefinition['spec'],
  version: CustomResourceDefinition['spec']['versions'][number],
): ApiResource {
  const { group, names } = spec;
  const own = { group, version: version.name, kind: names.kind };
  const verbs = ['get', 'patch', 'update'];
  return {
    ...own,
    plural: names.plural,
    singular: names.singular ?? names.kind.toLowerCase(),
    shortNames: names.shortNames ?? [],
    namespaced: spec.scope === 'Namespaced',
    verbs: VERBS,
    categories: names.categories ?? [],
    subresources: [
      ...(version.subresources?.status
        ? [{ name: 'status', ...own, verbs }]
        : []),
      ...(version.subresources?.scale
        ? [
            {
              name: 'scale',
              group: 'autoscaling',
              version: 'v1',
              kind: 'Scale',
              verbs,
            },
          ]
        : []),
    ],
  };
}
