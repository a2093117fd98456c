import { KubernetesObject } from '../../client/types';
import { PolicyRule } from '../auth/Rbac';

const READ = ['get', 'list', 'watch'];
const CORE = [
  'configmaps',
  'endpoints',
  'events',
  'limitranges',
  'namespaces',
  'nodes',
  'persistentvolumeclaims',
  'persistentvolumes',
  'pods',
  'pods/log',
  'pods/status',
  'podtemplates',
  'replicationcontrollers',
  'resourcequotas',
  'serviceaccounts',
  'services',
];
const GROUPS = [
  'acme.cert-manager.io',
  'actions.github.com',
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'apps',
  'argoproj.io',
  'autoscaling',
  'batch',
  'cert-manager.io',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'externaldns.k8s.io',
  'gateway.networking.k8s.io',
  'k8s.nginx.org',
  'metrics.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'scheduling.k8s.io',
  'snapshot.storage.k8s.io',
  'storage.k8s.io',
];

/** Reads everything but Secrets; RBAC cannot say "but", so everything is named. */
const readerRules: PolicyRule[] = [
  { apiGroups: [''], resources: CORE, verbs: READ },
  { apiGroups: GROUPS, resources: ['*'], verbs: READ },
];

/** Exactly what the product's own operations write. */
const operatorRules: PolicyRule[] = [
  {
    apiGroups: ['cert-manager.io'],
    resources: ['certificates'],
    verbs: ['get'],
  },
  {
    apiGroups: ['cert-manager.io'],
    resources: ['certificates/status'],
    verbs: ['update'],
  },
  {
    apiGroups: ['argoproj.io'],
    resources: ['applications'],
    verbs: ['get', 'patch'],
  },
  {
    apiGroups: ['apps'],
    resources: ['deployments', 'statefulsets', 'daemonsets'],
    verbs: ['get', 'patch'],
  },
];

/** The roles that the users `admin`, `reader` and `operator` have. */
export const sandboxRoles: KubernetesObject[] = [
  binding('slipway-admin', 'cluster-admin', 'admin'),
  role('slipway-reader', readerRules),
  binding('slipway-reader', 'slipway-reader', 'reader'),
  role('slipway-operator', operatorRules),
  binding('slipway-operator', 'slipway-operator', 'operator'),
];

function role(name: string, rules: PolicyRule[]): KubernetesObject {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name },
    rules,
  };
}

function binding(
  name: string,
  roleName: string,
  user: string,
): KubernetesObject {
  const apiGroup = 'rbac.authorization.k8s.io';
  return {
    apiVersion: `${apiGroup}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: { apiGroup, kind: 'ClusterRole', name: roleName },
    subjects: [{ apiGroup, kind: 'User', name: user }],
  };
}
