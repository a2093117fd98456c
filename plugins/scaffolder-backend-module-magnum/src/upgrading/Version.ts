/** Of Kubernetes. */
export type Version = [major: number, minor: number, patch: number];

/** The version in a text such as `v1.36.2-rancher1` or `k8s-v1.36`. */
export function parseVersion(
  text: string | null | undefined,
): Version | undefined {
  const found = /(?:^|[^\d.])v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(text ?? '');
  return found
    ? [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)]
    : undefined;
}

/** Negative when `one` is the older. */
export function compareVersions(one: Version, other: Version): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

/** For example `v1.36.2`. */
export function formatVersion(version: Version): string {
  return `v${version.join('.')}`;
}
