import { Json } from '../../client/types';
import { isJsonObject } from '../schema/isJsonObject';
import { JsonObject } from '../schema/types';
import { notAnObject } from './PatchError';

/** JSON merge patch (RFC 7386); `object` stays as it is. */
export function applyMergePatch(object: JsonObject, patch: Json): JsonObject {
  if (!isJsonObject(patch)) {
    throw notAnObject(patch);
  }
  return merge(object, patch) as JsonObject;
}

function merge(target: Json | undefined, patch: Json): Json {
  if (!isJsonObject(patch)) {
    return patch;
  }
  const result: JsonObject = isJsonObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (key === '__proto__') {
      // Assigning it would replace the prototype; no API has such a field.
      continue;
    }
    if (value === null || value === undefined) {
      delete result[key];
    } else {
      result[key] = merge(result[key], value);
    }
  }
  return result;
}
