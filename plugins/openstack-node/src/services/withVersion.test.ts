import { withVersion } from './withVersion';

describe('withVersion', () => {
  it.each([
    ['http://magnum:9511/v1', 'v1', 'http://magnum:9511/v1'],
    ['http://magnum:9511/v1/', 'v1', 'http://magnum:9511/v1'],
    ['http://magnum:9511', 'v1', 'http://magnum:9511/v1'],
    ['http://all/container-infra', 'v1', 'http://all/container-infra/v1'],
    ['http://all/container-infra//', 'v1', 'http://all/container-infra/v1'],
    ['http://all/compute/v2.1', 'v2.1', 'http://all/compute/v2.1'],
    ['http://all/volume/v3/0af', 'v3', 'http://all/volume/v3/0af'],
    ['http://all:9696/', 'v2.0', 'http://all:9696/v2.0'],
  ])('%s', (url, version, expected) => {
    expect(withVersion(new URL(url), version)).toBe(expected);
  });
});
