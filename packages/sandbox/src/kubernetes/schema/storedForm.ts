import { decodeBuiltIn } from './builtin/decodeBuiltIn';
import { pruneCustom } from './custom/pruneCustom';
import { SchemaNode } from './SchemaNode';
import { JsonObject } from './types';

/** What is kept of an object: no unknown fields and, for built-in kinds, no nulls or empty optional values. */
export function storedForm(object: JsonObject, node: SchemaNode): JsonObject {
  const read = node.custom ? pruneCustom : decodeBuiltIn;
  return read(object, node).object;
}
