const SHAPE = /^v(\d+)(?:(alpha|beta)(\d+))?$/;

/** Kubernetes' order of versions: v2, v1, v1beta2, v1beta1, v1alpha1, then the others by name. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [rank(left), rank(right)];
  if (!a || !b) {
    return a || b ? Number(!a) - Number(!b) : left.localeCompare(right);
  }
  const differing = a.findIndex((part, index) => part !== b[index]);
  return differing < 0 ? 0 : b[differing] - a[differing];
}

function rank(version: string): number[] | undefined {
  const match = SHAPE.exec(version);
  if (!match) {
    return undefined;
  }
  const [, major, stage, minor] = match;
  const stability = { alpha: 0, beta: 1 }[stage] ?? 2;
  return [stability, Number(major), Number(minor ?? 0)];
}
