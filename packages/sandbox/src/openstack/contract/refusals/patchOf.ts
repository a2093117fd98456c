/** A JSON patch of one field. */
export function patchOf(path: string, value: unknown, op = 'replace') {
  return [{ op, path, value }];
}
