/**
 * Whether two values say the same as JSON: a field that is undefined is as good
 * as none, because it does not come back from a database.
 *
 * @internal
 */
export function isSameJson(a: unknown, b: unknown): boolean {
  // JSON knows one zero only.
  if (a === b || Object.is(a, b)) {
    return true;
  }
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((entry, index) => isSameJson(entry, b[index]))
    );
  }
  if (!isRecord(a) || !isRecord(b)) {
    return false;
  }
  return isWithin(a, b) && hasNoMore(b, a);
}

type JsonRecord = Record<string, unknown>;

function isWithin(a: JsonRecord, b: JsonRecord): boolean {
  return Object.keys(a).every(key => isSameJson(a[key], b[key]));
}

function hasNoMore(a: JsonRecord, b: JsonRecord): boolean {
  return Object.keys(a).every(
    key => a[key] === undefined || b[key] !== undefined,
  );
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null;
}
