import { KubernetesObject } from '../client';

/**
 * The role of the fleet's reader in an exhibit: everything that is served but
 * what the scenario forbids. Secrets too, as clusters allow that chose to.
 */
export function readerRole(
  served: { group: string; plural: string }[],
  forbidden: string[],
): KubernetesObject {
  const groups = new Map<string, string[]>([['', ['pods/log']]]);
  for (const { group, plural } of served) {
    if (!forbidden.includes(plural)) {
      groups.set(group, [...(groups.get(group) ?? []), plural]);
    }
  }
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'slipway-reader' },
    rules: [...groups].map(([group, plurals]) => ({
      apiGroups: [group],
      resources: plurals,
      verbs: ['get', 'list', 'watch'],
    })),
  };
}
