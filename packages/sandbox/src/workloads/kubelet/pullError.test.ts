import { isImageName, pullError } from './pullError';

describe('pullError', () => {
  it('tells what is not in our registry from what cannot be reached', () => {
    expect(pullError('registry.slipway.localhost/acme/shop:1')).toBe(
      'rpc error: code = NotFound desc = failed to pull and unpack image "registry.slipway.localhost/acme/shop:1": failed to resolve reference "registry.slipway.localhost/acme/shop:1": registry.slipway.localhost/acme/shop:1: not found',
    );
    expect(pullError('nginx:1.27')).toBe(
      'rpc error: code = Unknown desc = failed to pull and unpack image "docker.io/library/nginx:1.27": failed to resolve reference "docker.io/library/nginx:1.27": failed to do request: Head "https://registry-1.docker.io/v2/library/nginx/manifests/1.27": dial tcp: lookup registry-1.docker.io: no such host',
    );
    expect(pullError('acme/shop')).toContain('"docker.io/acme/shop:latest"');
  });
});

describe('isImageName', () => {
  it.each([
    ['nginx', true],
    ['ghcr.io/acme/shop:1.2', true],
    ['registry.slipway.localhost:5000/acme/shop', true],
    [`acme/shop@sha256:${'a'.repeat(64)}`, true],
    ['Acme/Shop', false],
    ['acme/shop:', false],
    ['acme/shop@sha256:abc', false],
    ['', false],
  ])('%s: %s', (image, expected) => {
    expect(isImageName(image)).toBe(expected);
  });
});
