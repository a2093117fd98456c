import type { ClusterPermissions } from '../hooks/useClusterPermissions';

/** Which permission the actions of a template ask for. */
const NEEDS: Record<string, keyof ClusterPermissions> = {
  'kubernetes-cluster': 'mayCreate',
  'cluster-resize': 'mayUpdate',
  'cluster-upgrade': 'mayUpdate',
  'node-group': 'mayUpdate',
  'cluster-delete': 'mayDelete',
};

/** Whether a template would do something for the reader; others do not ask. */
export function isPermitted(
  templateName: string,
  permissions: ClusterPermissions,
): boolean {
  const needed = NEEDS[templateName];
  return needed === undefined || permissions[needed];
}
