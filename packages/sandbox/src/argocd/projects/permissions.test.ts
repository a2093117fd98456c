import { DestinationCluster } from '../clusters/DestinationCluster';
import { AppProject } from '../types';
import {
  isDestinationPermitted,
  isKindPermitted,
  isSourcePermitted,
} from './permissions';

function project(spec: AppProject['spec']): AppProject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'shop' },
    spec,
  };
}

const DEV = { name: 'dev-1', server: 'https://dev' } as DestinationCluster;

describe('permissions of a project', () => {
  it.each([
    [['*'], true],
    [['http://git/acme/shop'], true],
    [['http://git/acme/*'], true],
    [['http://git/*'], false],
    [['*', '!http://git/acme/shop.git'], false],
    [[], false],
  ])('sources %j: %s', (sourceRepos, expected) => {
    expect(
      isSourcePermitted(project({ sourceRepos }), 'http://git/acme/shop.git'),
    ).toBe(expected);
  });

  it.each([
    [[{ server: 'https://dev', namespace: 'shop-*' }], true],
    [[{ name: 'dev-1', namespace: 'shop-dev' }], true],
    [[{ name: 'dev-*', namespace: '*' }], true],
    [[{ server: 'https://other', namespace: '*' }], false],
    [[{ server: '*', namespace: 'cart-*' }], false],
    [
      [
        { server: '*', namespace: '*' },
        { server: '*', namespace: '!shop-*' },
      ],
      false,
    ],
    [
      [
        { server: '*', namespace: '*' },
        { server: '*', namespace: '!kube-*' },
      ],
      true,
    ],
  ])('destinations %j: %s', (destinations, expected) => {
    expect(
      isDestinationPermitted(project({ destinations }), DEV, 'shop-dev'),
    ).toBe(expected);
  });

  it('permits every namespaced kind and no other unless it is said', () => {
    const config = { group: '', kind: 'ConfigMap', name: 'c' };
    const role = {
      group: 'rbac.authorization.k8s.io',
      kind: 'Role',
      name: 'r',
    };
    const space = { group: '', kind: 'Namespace', name: 'shop-dev' };
    const open = project({});
    expect(isKindPermitted(open, config, true)).toBe(true);
    expect(isKindPermitted(open, space, false)).toBe(false);
    const set = project({
      clusterResourceWhitelist: [
        { group: '', kind: 'Namespace', name: 'shop-*' },
      ],
      namespaceResourceBlacklist: [
        { group: 'rbac.authorization.k8s.io', kind: '*' },
      ],
    });
    expect(isKindPermitted(set, config, true)).toBe(true);
    expect(isKindPermitted(set, role, true)).toBe(false);
    expect(isKindPermitted(set, space, false)).toBe(true);
    expect(isKindPermitted(set, { ...space, name: 'cart' }, false)).toBe(false);
    const only = project({
      namespaceResourceWhitelist: [{ group: '', kind: 'ConfigMap' }],
    });
    expect(isKindPermitted(only, config, true)).toBe(true);
    expect(isKindPermitted(only, role, true)).toBe(false);
  });
});
