/** What most zones have after their first label. */
export function usualSuffix(zones: string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const zone of zones) {
    const [, ...rest] = zone.split('.');
    const suffix = rest.join('.');
    if (suffix) {
      counts.set(suffix, (counts.get(suffix) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
