import { Json } from '../../../client/types';
import { isJsonObject } from '../isJsonObject';
import { JsonObject } from '../types';

/** Sets fields that are absent or null. */
export function fill(object: JsonObject, defaults: JsonObject): void {
  for (const [name, value] of Object.entries(defaults)) {
    if (object[name] === undefined || object[name] === null) {
      object[name] = structuredClone(value);
    }
  }
}

/**
 * The object in a field, which is made when it is absent. What is there instead
 * stays: reading the object will refuse it.
 */
export function ensure(object: JsonObject, name: string): JsonObject {
  const value = object[name] ?? {};
  object[name] = value;
  return isJsonObject(value) ? value : {};
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
