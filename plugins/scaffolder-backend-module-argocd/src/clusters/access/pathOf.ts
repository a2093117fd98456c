import { KubernetesObject } from '../../hubs';

const COLLECTIONS: Record<string, string> = {
  ClusterRole: '/apis/rbac.authorization.k8s.io/v1/clusterroles',
  ClusterRoleBinding: '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
  Namespace: '/api/v1/namespaces',
  Secret: 'secrets',
  ServiceAccount: 'serviceaccounts',
};

/** Where an object of one of the kinds that are made on a cluster is. */
export function pathOf({ kind, metadata }: KubernetesObject): string {
  const { name, namespace } = metadata;
  const collection = namespace
    ? `/api/v1/namespaces/${namespace}/${COLLECTIONS[kind]}`
    : COLLECTIONS[kind];
  return `${collection}/${name}`;
}
