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
