import { compareVersions } from './compareVersions';
import { parseVersion } from './parseVersion';

/** Whether two texts name one version, whatever distribution it is of. */
export function isSameVersion(a: string, b: string): boolean {
  return (
    a === b || (parseVersion(a) !== undefined && compareVersions(a, b) === 0)
  );
}
