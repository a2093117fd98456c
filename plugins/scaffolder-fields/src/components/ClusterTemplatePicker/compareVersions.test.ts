import { compareVersions } from './compareVersions';

describe('compareVersions', () => {
  it.each([
    ['v1.36.2', 'v1.35.9'],
    ['v1.10.0', 'v1.9.12'],
    ['1.36.10-rancher1', 'v1.36.9'],
    ['k8s-v1.36', 'v1.35.2'],
    ['v2.0.0', 'k8s-v1.36'],
  ])('%s is newer than %s', (one, other) => {
    expect(compareVersions(one, other)).toBeGreaterThan(0);
    expect(compareVersions(other, one)).toBeLessThan(0);
  });

  it.each([
    ['v1.36.0', 'k8s-v1.36'],
    ['nightly', 'v1.36.0'],
    [undefined, 'v1.36.0'],
  ])('does not tell %s from %s', (one, other) => {
    expect(compareVersions(one, other)).toBe(0);
  });
});
