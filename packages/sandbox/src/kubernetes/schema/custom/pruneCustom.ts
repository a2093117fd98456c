import { Json } from '../../../client/types';
import { childPath } from '../childPath';
import { isJsonObject } from '../isJsonObject';
import { SchemaNode } from '../SchemaNode';
import { JsonObject } from '../types';

/** Drops what a structural schema does not name. */
export function pruneCustom(
  object: JsonObject,
  node: SchemaNode,
): { object: JsonObject; unknownFields: string[] } {
  const unknownFields: string[] = [];

  function prune(value: Json, at: SchemaNode, path: string): Json {
    if (Array.isArray(value)) {
      const { item } = at;
      return item
        ? value.map((entry, index) =>
            prune(entry, item, childPath(path, index)),
          )
        : value;
    }
    return isJsonObject(value) ? pruneFields(value, at, path) : value;
  }

  function pruneFields(fields: JsonObject, at: SchemaNode, path: string) {
    const result: JsonObject = {};
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined) {
        continue;
      }
      const property = at.property(name);
      const here = childPath(path, name);
      if (property) {
        // As documented upstream: null counts as absent unless it is allowed.
        const dropped = value === null && !property.schema.nullable;
        if (!dropped) {
          result[name] = prune(value, property, here);
        }
      } else if (at.preservesUnknown || at.shape === 'any') {
        result[name] = value;
      } else {
        unknownFields.push(here);
      }
    }
    return result;
  }

  return { object: pruneFields(object, node, ''), unknownFields };
}
