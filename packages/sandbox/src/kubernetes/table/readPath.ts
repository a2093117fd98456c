/** The value at a path of plain field names. */
export function readPath(value: unknown, path: string): unknown {
  let current = value;
  for (const step of path.split('.')) {
    current = (current as Record<string, unknown> | null | undefined)?.[step];
  }
  return current ?? undefined;
}
