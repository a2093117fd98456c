/** What a set of names is called by among refusals; their order does not matter. */
export function namesKey(names: string[]): string {
  return [...new Set(names)].sort().join(',');
}
