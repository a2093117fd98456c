const VERSION = /^v?(\d+)\.(\d+)(?:\.(\d+))?/i;

/** Major, minor and patch of a version of Kubernetes, `undefined` when it is none. */
export function parseVersion(
  version: string | undefined,
): [number, number, number] | undefined {
  const [, major, minor, patch = '0'] =
    VERSION.exec(version?.trim() ?? '') ?? [];
  return major === undefined
    ? undefined
    : [Number(major), Number(minor), Number(patch)];
}

/** Orders versions, oldest first; what is none comes before all. */
export function compareVersions(
  a: string | undefined,
  b: string | undefined,
): number {
  const left = parseVersion(a) ?? [-1, -1, -1];
  const right = parseVersion(b) ?? [-1, -1, -1];
  const at = left.findIndex((number, index) => number !== right[index]);
  return at < 0 ? 0 : left[at] - right[at];
}

/** Whether two texts name one version, whatever distribution it is of. */
export function isSameVersion(a: string, b: string): boolean {
  return (
    a === b || (parseVersion(a) !== undefined && compareVersions(a, b) === 0)
  );
}
