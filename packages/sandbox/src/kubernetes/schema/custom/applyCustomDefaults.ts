import { Json } from '../../../client/types';
import { isJsonObject } from '../isJsonObject';
import { SchemaNode } from '../SchemaNode';
import { JsonObject } from '../types';

/** Fills in the defaults of a structural schema, also below other defaults. */
export function applyCustomDefaults(
  object: JsonObject,
  node: SchemaNode,
): JsonObject {
  return withDefaults(object, node) as JsonObject;
}

function withDefaults(value: Json, node: SchemaNode): Json {
  if (!node.custom) {
    return value;
  }
  if (Array.isArray(value)) {
    const { item } = node;
    return item ? value.map(entry => withDefaults(entry, item)) : value;
  }
  if (!isJsonObject(value)) {
    return value;
  }
  const result: JsonObject = { ...value };
  for (const [name, schema] of Object.entries(node.schema.properties ?? {})) {
    if (result[name] === undefined && schema.default !== undefined) {
      result[name] = structuredClone(schema.default);
    }
  }
  for (const [name, inner] of Object.entries(result)) {
    const property = node.property(name);
    if (property && inner !== undefined) {
      result[name] = withDefaults(inner, property);
    }
  }
  return result;
}
