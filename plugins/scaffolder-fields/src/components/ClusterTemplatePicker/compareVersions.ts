/** Above zero when `one` is newer than `other`; 0 where a text says no version. */
export function compareVersions(
  one: string | undefined,
  other: string | undefined,
): number {
  const [a, b] = [read(one), read(other)];
  if (!a || !b) {
    return 0;
  }
  const differs = a.findIndex((part, index) => part !== b[index]);
  return differs < 0 ? 0 : a[differs] - b[differs];
}

/** `v1.36.2`, `1.36.2-1` or the `v1.36` of a template's name. */
function read(text: string | undefined): number[] | undefined {
  const found = /(?:^|[^\d.])v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(text ?? '');
  return found?.slice(1, 4).map(part => Number(part ?? 0));
}
