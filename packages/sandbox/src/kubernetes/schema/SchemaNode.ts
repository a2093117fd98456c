import { JsonSchema } from './types';

/**
 * What a value looks like to merging, defaulting and checking: fields by name,
 * entries by any name, a list, one value, or no rules at all.
 */
export type NodeShape = 'struct' | 'map' | 'list' | 'scalar' | 'any';

const REFERENCE = '#/components/schemas/';
const OBJECT_META = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';

/** One place in a schema, with references followed. Cycles are fine: children are made when asked for. */
export class SchemaNode {
  /** The schema here; what stands beside a reference wins over its target. */
  readonly schema: JsonSchema;
  /** For example `io.k8s.api.apps.v1.DeploymentSpec`; absent for inline schemas. */
  readonly component?: string;
  /** From a CustomResourceDefinition: what it does not name is pruned. */
  readonly custom: boolean;
  readonly #components: ReadonlyMap<string, JsonSchema>;
  readonly #properties = new Map<string, SchemaNode | undefined>();
  #item?: SchemaNode;
  #entry?: SchemaNode;

  static create(
    schema: JsonSchema,
    components: ReadonlyMap<string, JsonSchema>,
    options: { custom?: boolean; root?: boolean } = {},
  ): SchemaNode {
    const { custom = false, root = false } = options;
    const complete =
      custom && (root || schema['x-kubernetes-embedded-resource'])
        ? withObjectFields(schema)
        : schema;
    return new SchemaNode(complete, components, custom);
  }

  private constructor(
    schema: JsonSchema,
    components: ReadonlyMap<string, JsonSchema>,
    custom: boolean,
  ) {
    const reference = schema.$ref ?? schema.allOf?.[0].$ref;
    if (reference) {
      const { $ref, allOf, ...beside } = schema;
      this.component = reference.slice(REFERENCE.length);
      this.schema = { ...components.get(this.component), ...beside };
    } else {
      this.schema = schema;
    }
    this.custom = custom && !reference;
    this.#components = components;
  }

  get shape(): NodeShape {
    const { schema } = this;
    if (schema.properties) {
      return 'struct';
    }
    if (typeof schema.additionalProperties === 'object') {
      return 'map';
    }
    if (schema.items) {
      return 'list';
    }
    if (this.custom && schema.type === 'object' && !this.preservesUnknown) {
      return 'struct';
    }
    const isScalar =
      schema['x-kubernetes-int-or-string'] ||
      schema.oneOf ||
      (schema.type && schema.type !== 'object' && schema.type !== 'array');
    return isScalar ? 'scalar' : 'any';
  }

  get preservesUnknown(): boolean {
    return (
      this.schema['x-kubernetes-preserve-unknown-fields'] === true ||
      this.schema.additionalProperties === true
    );
  }

  get isIntOrString(): boolean {
    return (
      this.schema['x-kubernetes-int-or-string'] === true ||
      this.schema.format === 'int-or-string'
    );
  }

  /** Whether a list or object is replaced and owned as a whole. */
  get isAtomic(): boolean {
    if (this.shape === 'list') {
      const listType = this.schema['x-kubernetes-list-type'];
      return listType !== 'map' && listType !== 'set';
    }
    return this.schema['x-kubernetes-map-type'] === 'atomic';
  }

  /** The schema of a field or of a map's entry. */
  property(name: string): SchemaNode | undefined {
    const property = Object.hasOwn(this.schema.properties ?? {}, name)
      ? this.schema.properties![name]
      : undefined;
    if (!property) {
      return this.#anyEntry();
    }
    let node = this.#properties.get(name);
    if (!node) {
      node = this.#child(property);
      this.#properties.set(name, node);
    }
    return node;
  }

  /** The schema of a list's items. */
  get item(): SchemaNode | undefined {
    if (!this.#item && this.schema.items) {
      this.#item = this.#child(this.schema.items);
    }
    return this.#item;
  }

  #anyEntry(): SchemaNode | undefined {
    const { additionalProperties } = this.schema;
    if (!this.#entry && typeof additionalProperties === 'object') {
      this.#entry = this.#child(additionalProperties);
    }
    return this.#entry;
  }

  #child(schema: JsonSchema): SchemaNode {
    return SchemaNode.create(schema, this.#components, { custom: this.custom });
  }
}

/** A custom resource's schema says nothing of these fields, or only that they are there. */
function withObjectFields(schema: JsonSchema): JsonSchema {
  return {
    ...schema,
    properties: {
      ...schema.properties,
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { $ref: `${REFERENCE}${OBJECT_META}` },
    },
  };
}
