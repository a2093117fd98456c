import { isRecord, JsonRecord } from './isRecord';
import { sameJson } from './sameJson';

/** The JSON merge patch from one object to another; `undefined` when they are equal. */
export function mergePatchOf(
  before: unknown,
  after: unknown,
): JsonRecord | undefined {
  const from = isRecord(before) ? before : {};
  const to = isRecord(after) ? after : {};
  const patch: JsonRecord = {};
  for (const key of Object.keys(from)) {
    if (to[key] === undefined) {
      patch[key] = null;
    }
  }
  for (const [key, value] of Object.entries(to)) {
    if (value === undefined || sameJson(from[key], value)) {
      continue;
    }
    patch[key] =
      isRecord(from[key]) && isRecord(value)
        ? mergePatchOf(from[key], value)
        : value;
  }
  return Object.keys(patch).length > 0 ? patch : undefined;
}
