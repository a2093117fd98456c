import { ApiResource, GroupVersionKind, JsonSchema } from '../types';
import { describePaths } from './describePaths';

/** An OpenAPI v3 document of one group version. */
export interface OpenApiDocument {
  openapi: '3.0.0';
  info: { title: string; version: string };
  paths: Record<string, unknown>;
  components: { schemas: Record<string, JsonSchema> };
}

/** A kind's name among the components, and the schema when it is not a published one. */
export interface DocumentedKind {
  resource: ApiResource;
  component: string;
  schema?: JsonSchema;
}

const REFERENCE = '#/components/schemas/';
const DELETE_OPTIONS = 'io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions';

/** Describes the kinds of a group version, with every schema that they refer to. */
export function createDocument(
  kinds: DocumentedKind[],
  components: ReadonlyMap<string, JsonSchema>,
): OpenApiDocument {
  const schemas: Record<string, JsonSchema> = {};

  function add(name: string, schema: JsonSchema | undefined) {
    if (schema && !schemas[name]) {
      schemas[name] = schema;
      for (const reference of referencesIn(schema)) {
        add(reference, components.get(reference));
      }
    }
  }

  add(DELETE_OPTIONS, components.get(DELETE_OPTIONS));
  for (const { component, schema, resource } of kinds) {
    add(
      component,
      schema ? withKind(schema, resource) : components.get(component),
    );
  }
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: 'v1.36.3' },
    paths: Object.assign({}, ...kinds.map(describePaths)),
    components: { schemas },
  };
}

function withKind(
  schema: JsonSchema,
  { group, version, kind }: GroupVersionKind,
): JsonSchema {
  return {
    ...schema,
    'x-kubernetes-group-version-kind': [{ group, kind, version }],
  };
}

/** Every component that a schema names, at any depth. */
function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string'
      ? [inner.slice(REFERENCE.length)]
      : referencesIn(inner),
  );
}
