/** JSON with sorted keys and without `undefined`: equal templates, equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, field) =>
    field && typeof field === 'object' && !Array.isArray(field)
      ? Object.fromEntries(
          Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : field,
  );
}
