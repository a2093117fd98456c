/** What `/version` says of a server of a version such as `v1.36.3`. */
export function versionInfo(gitVersion: string) {
  const [major, minor] = gitVersion.replace(/^v/, '').split('.');
  return {
    major,
    minor,
    emulationMajor: major,
    emulationMinor: minor,
    minCompatibilityMajor: major,
    minCompatibilityMinor: String(Number(minor) - 1),
    gitVersion,
    gitCommit: 'unknown',
    gitTreeState: 'clean',
    buildDate: '2026-07-22T00:00:00Z',
    goVersion: 'go1.26.6',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}
