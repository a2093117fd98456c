import { parseVersion } from './parseVersion';

/** Of minor versions of Kubernetes 1: when upstream ends its support. */
const ENDS: Record<number, string> = {
  31: '2025-10-28T00:00:00.000Z',
  32: '2026-02-28T00:00:00.000Z',
  33: '2026-06-28T00:00:00.000Z',
  34: '2026-10-27T00:00:00.000Z',
  35: '2027-02-28T00:00:00.000Z',
  36: '2027-06-28T00:00:00.000Z',
};
const OLDEST = Math.min(...Object.keys(ENDS).map(Number));
/** When exactly support of still older versions ended does not matter any more. */
const LONG_AGO = '2025-06-28T00:00:00.000Z';

/** ISO time at which support of a version ends, as far as it is known. */
export function supportEnd(version: string | undefined): string | undefined {
  const [major, minor] = parseVersion(version) ?? [];
  if (major === undefined || minor === undefined) {
    return undefined;
  }
  return major < 1 || (major === 1 && minor < OLDEST)
    ? LONG_AGO
    : ENDS[major === 1 ? minor : NaN];
}
