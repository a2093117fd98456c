import { PolicyRule } from './PolicyRule';

const READ = ['get', 'list', 'watch'];
const CORE = [
  'componentstatuses',
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
  'ceph.rook.io',
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
  'promoter.argoproj.io',
  'rbac.authorization.k8s.io',
  'scheduling.k8s.io',
  'snapshot.storage.k8s.io',
  'storage.k8s.io',
];

/**
 * Reads everything that the fleet knows but Secrets. RBAC cannot say "but", so
 * everything is named; what others bring they add to the role `view`, which the
 * reader has too.
 */
export function readerRules(options: { secrets: boolean }): PolicyRule[] {
  return [
    {
      apiGroups: [''],
      resources: options.secrets ? [...CORE, 'secrets'] : CORE,
      verbs: READ,
    },
    { apiGroups: GROUPS, resources: ['*'], verbs: READ },
  ];
}
