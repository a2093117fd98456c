/** `spec.containers[0].name`: the path of a field or of a list's item. */
export function childPath(path: string, step: string | number): string {
  if (typeof step === 'number') {
    return `${path}[${step}]`;
  }
  return path ? `${path}.${step}` : step;
}
