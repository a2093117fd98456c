export type JsonObject = Record<string, unknown>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object inside a body, empty when there is none. */
export function objectAt(value: unknown, ...path: string[]): JsonObject {
  let at = value;
  for (const key of path) {
    at = isJsonObject(at) ? at[key] : undefined;
  }
  return isJsonObject(at) ? at : {};
}
