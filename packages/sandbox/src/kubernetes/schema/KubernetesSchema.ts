import { decodeBuiltIn } from './builtin/decodeBuiltIn';
import { applyCustomDefaults } from './custom/applyCustomDefaults';
import { checkCustom } from './custom/checkCustom';
import {
  CustomResourceDefinition,
  CustomResources,
} from './custom/CustomResources';
import { pruneCustom } from './custom/pruneCustom';
import { applyBuiltInDefaults } from './defaults/applyBuiltInDefaults';
import { checkBuiltIn } from './validation/checkBuiltIn';
import {
  createDocument,
  DocumentedKind,
  OpenApiDocument,
} from './openapi/createDocument';
import { checkMetadata } from './validation/checkMetadata';
import { SchemaNode } from './SchemaNode';
import { storedForm } from './storedForm';
import {
  ApiResource,
  FieldError,
  GroupVersionKind,
  JsonObject,
  JsonSchema,
} from './types';

/** What checking an object found. */
export interface ValidationResult {
  /** 422 with these causes. */
  errors: FieldError[];
  /** Paths such as `spec.foo`, which `prune` drops. */
  unknownFields: string[];
  /**
   * The object cannot be read as its kind, only for built-in kinds: 400
   * `Deployment in version "v1" cannot be handled as a Deployment: <decodeError>`.
   */
  decodeError?: string;
}

/** Everything that the API's schema knows, for one cluster: built-in kinds and its custom ones. */
export class KubernetesSchema {
  /** The built-in resources. */
  readonly resources: readonly ApiResource[];
  readonly #components: ReadonlyMap<string, JsonSchema>;
  readonly #custom: CustomResources;
  readonly #nodes = new Map<string, SchemaNode>();

  static create(options: {
    resources: readonly ApiResource[];
    components: ReadonlyMap<string, JsonSchema>;
  }): KubernetesSchema {
    return new KubernetesSchema(options.resources, options.components);
  }

  private constructor(
    resources: readonly ApiResource[],
    components: ReadonlyMap<string, JsonSchema>,
  ) {
    this.resources = resources;
    this.#components = components;
    this.#custom = new CustomResources(components);
    for (const [name, schema] of components) {
      for (const gvk of schema['x-kubernetes-group-version-kind'] ?? []) {
        const node = SchemaNode.create(
          { $ref: `#/components/schemas/${name}` },
          components,
        );
        this.#nodes.set(keyOf(gvk), node);
      }
    }
  }

  /** Serves all versions of a definition; again, to replace it. */
  addCustomResource(definition: CustomResourceDefinition): void {
    this.#custom.set(definition);
  }

  /** `name` is the definition's: `<plural>.<group>`. */
  removeCustomResource(name: string): void {
    this.#custom.remove(name);
  }

  /** The schema of a kind, `undefined` when nobody knows the kind. */
  node(gvk: GroupVersionKind): SchemaNode | undefined {
    return this.#custom.find(gvk)?.node ?? this.#nodes.get(keyOf(gvk));
  }

  /** Checks an object, after `applyDefaults`; `old` is what an update replaces. */
  validate(
    object: object,
    gvk: GroupVersionKind,
    old?: object,
  ): ValidationResult {
    const node = this.node(gvk);
    if (!node) {
      return { errors: [], unknownFields: [] };
    }
    if (node.custom) {
      const pruned = pruneCustom(object as JsonObject, node);
      return {
        errors: [
          ...checkMetadata(pruned.object, gvk),
          ...checkCustom(pruned.object, node),
        ],
        unknownFields: pruned.unknownFields,
      };
    }
    const decoded = decodeBuiltIn(object as JsonObject, node);
    return {
      errors: decoded.error
        ? []
        : checkBuiltIn({
            object: decoded.object,
            // An older release may have stored fewer defaults.
            old: old && applyBuiltInDefaults(old as JsonObject, gvk),
            gvk,
            node,
          }),
      unknownFields: decoded.unknownFields,
      decodeError: decoded.error,
    };
  }

  /** What is stored of an object: without unknown fields, and for built-in kinds without nulls and empty optional values. */
  prune<T extends object>(object: T, gvk: GroupVersionKind): T {
    const node = this.node(gvk);
    if (!node) {
      return object;
    }
    return storedForm(object as unknown as JsonObject, node) as unknown as T;
  }

  /** The object with everything filled in that the API server fills in. */
  applyDefaults<T extends object>(object: T, gvk: GroupVersionKind): T {
    const node = this.node(gvk);
    if (!node) {
      return object;
    }
    const json = object as unknown as JsonObject;
    const filled = node.custom
      ? applyCustomDefaults(json, node)
      : applyBuiltInDefaults(json, gvk);
    return filled as unknown as T;
  }

  /** The group versions that have a document: `api/v1`, `apis/apps/v1` ... */
  openApiV3Paths(): string[] {
    const all = [
      ...this.resources,
      ...this.#custom.list().map(({ resource }) => resource),
    ];
    return [...new Set(all.map(pathOf))];
  }

  /** The OpenAPI v3 document behind one of `openApiV3Paths`, `undefined` for any other. */
  openApiV3(path: string): OpenApiDocument | undefined {
    const kinds: DocumentedKind[] = [
      ...this.resources.map(resource => ({
        resource,
        component: this.#nodes.get(keyOf(resource))?.component ?? '',
      })),
      ...this.#custom.list().map(({ resource, node }) => ({
        resource,
        component: componentOf(resource),
        schema: node.schema,
      })),
    ].filter(({ resource }) => pathOf(resource) === path);
    return kinds.length ? createDocument(kinds, this.#components) : undefined;
  }
}

/** `dev.example.v1.Thing`, for a custom kind of the group `example.dev`. */
function componentOf({ group, version, kind }: GroupVersionKind): string {
  return [...group.split('.').reverse(), version, kind].join('.');
}

function pathOf({ group, version }: { group: string; version: string }) {
  return group ? `apis/${group}/${version}` : `api/${version}`;
}

function keyOf({ group, version, kind }: GroupVersionKind): string {
  return `${group}/${version}/${kind}`;
}
