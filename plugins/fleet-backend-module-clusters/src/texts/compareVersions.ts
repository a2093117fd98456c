import { parseVersion } from './parseVersion';

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
