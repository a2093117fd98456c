import { ConfigReader } from '@backstage/config';
import { isServiceName } from './isServiceName';
import { namespaceFor } from './namespaceFor';
import { readEnvironments } from './readEnvironments';

const dev = {
  name: 'dev',
  hub: 'platform',
  clusterSelector: { matchLabels: { 'slipway.dev/stage': 'nonprod' } },
};

function read(environments: object[]) {
  return readEnvironments(new ConfigReader({ slipway: { environments } }));
}

describe('readEnvironments', () => {
  it('reads environments in order, with defaults', () => {
    const environments = read([
      dev,
      { ...dev, name: 'prod', approvers: ['platform-team'] },
    ]);
    expect(environments).toEqual([
      {
        name: 'dev',
        hub: 'platform',
        clusterSelector: { 'slipway.dev/stage': 'nonprod' },
        namespacePattern: '{service}-{environment}',
        approvers: [],
        promotion: 'push',
      },
      expect.objectContaining({
        name: 'prod',
        approvers: ['platform-team'],
        promotion: 'pull-request',
      }),
    ]);
    expect(namespaceFor(environments[0], 'shop')).toBe('shop-dev');
  });

  it('is empty without configuration', () => {
    expect(readEnvironments(new ConfigReader({}))).toEqual([]);
  });

  it.each([
    [[dev, dev], 'names the environment "dev" twice'],
    [[{ ...dev, name: 'Dev' }], 'slipway.environments[0].name is "Dev"'],
    [[{ ...dev, namespacePattern: '{service}' }], 'must contain {environment}'],
    [[{ ...dev, clusterSelector: { matchLabels: {} } }], 'has no labels'],
    [[{ ...dev, promotion: 'often' }], 'promotion is "often"'],
    [[dev, { ...dev, name: 'b', promotion: 'push' }], 'only the first'],
    [[{ ...dev, hub: undefined }], "'slipway.environments[0].hub'"],
  ])('fails with the key that is wrong: %#', (environments, message) => {
    expect(() => read(environments)).toThrow(message);
  });
});

describe('isServiceName', () => {
  it.each([
    ['shop', true],
    ['a', true],
    ['shop-2', true],
    ['x'.repeat(40), true],
    ['x'.repeat(41), false],
    ['', false],
    ['Shop', false],
    ['2shop', false],
    ['shop-', false],
    ['sh--op', false],
    ['shop.x', false],
    ['sho\u00fcp', false],
  ])('%s: %s', (name, expected) => {
    expect(isServiceName(name)).toBe(expected);
  });
});
