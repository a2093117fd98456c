// In jest, structuredClone makes objects of another realm; isDeepStrictEqual
// then finds every copy different, and the API server refuses good updates.
function cloneInRealm<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(cloneInRealm) as T;
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, cloneInRealm(item)]),
    ) as T;
  }
  return value;
}

globalThis.structuredClone = cloneInRealm;

export {};
