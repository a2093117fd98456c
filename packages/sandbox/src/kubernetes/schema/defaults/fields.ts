import { Json } from '../../../client/types';
import { isJsonObject } from '../isJsonObject';
import { JsonObject } from '../types';

/** Sets fields that are absent. */
export function fill(object: JsonObject, defaults: JsonObject): void {
  for (const [name, value] of Object.entries(defaults)) {
    if (object[name] === undefined) {
      object[name] = structuredClone(value);
    }
  }
}

/** The object in a field, which is made when it is absent. */
export function ensure(object: JsonObject, name: string): JsonObject {
  if (!isJsonObject(object[name])) {
    object[name] = {};
  }
  return object[name] as JsonObject;
}

/** The object in a field, when there is one. */
export function part(
  object: JsonObject | undefined,
  name: string,
): JsonObject | undefined {
  const value = object?.[name];
  return isJsonObject(value) ? value : undefined;
}

/** The objects of a list in a field; none when it is no list. */
export function parts(
  object: JsonObject | undefined,
  name: string,
): JsonObject[] {
  const value: Json | undefined = object?.[name];
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
