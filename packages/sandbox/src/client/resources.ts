import { KubernetesResource } from './types';

function resource(
  apiVersion: string,
  kind: string,
  plural: string,
  namespaced = true,
): KubernetesResource {
  const [version, group = ''] = apiVersion.split('/').reverse();
  return { group, version, plural, kind, namespaced };
}

/** The kinds that the sandbox's controllers work with. */
export const resources = {
  namespaces: resource('v1', 'Namespace', 'namespaces', false),
  nodes: resource('v1', 'Node', 'nodes', false),
  pods: resource('v1', 'Pod', 'pods'),
  services: resource('v1', 'Service', 'services'),
  secrets: resource('v1', 'Secret', 'secrets'),
  configMaps: resource('v1', 'ConfigMap', 'configmaps'),
  serviceAccounts: resource('v1', 'ServiceAccount', 'serviceaccounts'),
  events: resource('v1', 'Event', 'events'),
  resourceQuotas: resource('v1', 'ResourceQuota', 'resourcequotas'),
  deployments: resource('apps/v1', 'Deployment', 'deployments'),
  replicaSets: resource('apps/v1', 'ReplicaSet', 'replicasets'),
  endpointSlices: resource(
    'discovery.k8s.io/v1',
    'EndpointSlice',
    'endpointslices',
  ),
  ingresses: resource('networking.k8s.io/v1', 'Ingress', 'ingresses'),
  ingressClasses: resource(
    'networking.k8s.io/v1',
    'IngressClass',
    'ingressclasses',
    false,
  ),
  roles: resource('rbac.authorization.k8s.io/v1', 'Role', 'roles'),
  roleBindings: resource(
    'rbac.authorization.k8s.io/v1',
    'RoleBinding',
    'rolebindings',
  ),
  apiServices: resource(
    'apiregistration.k8s.io/v1',
    'APIService',
    'apiservices',
    false,
  ),
  customResourceDefinitions: resource(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    'customresourcedefinitions',
    false,
  ),
  certificates: resource('cert-manager.io/v1', 'Certificate', 'certificates'),
  certificateRequests: resource(
    'cert-manager.io/v1',
    'CertificateRequest',
    'certificaterequests',
  ),
  issuers: resource('cert-manager.io/v1', 'Issuer', 'issuers'),
  clusterIssuers: resource(
    'cert-manager.io/v1',
    'ClusterIssuer',
    'clusterissuers',
    false,
  ),
  orders: resource('acme.cert-manager.io/v1', 'Order', 'orders'),
  challenges: resource('acme.cert-manager.io/v1', 'Challenge', 'challenges'),
  applications: resource('argoproj.io/v1alpha1', 'Application', 'applications'),
  applicationSets: resource(
    'argoproj.io/v1alpha1',
    'ApplicationSet',
    'applicationsets',
  ),
  appProjects: resource('argoproj.io/v1alpha1', 'AppProject', 'appprojects'),
  autoscalingRunnerSets: resource(
    'actions.github.com/v1alpha1',
    'AutoscalingRunnerSet',
    'autoscalingrunnersets',
  ),
  autoscalingListeners: resource(
    'actions.github.com/v1alpha1',
    'AutoscalingListener',
    'autoscalinglisteners',
  ),
  ephemeralRunnerSets: resource(
    'actions.github.com/v1alpha1',
    'EphemeralRunnerSet',
    'ephemeralrunnersets',
  ),
  ephemeralRunners: resource(
    'actions.github.com/v1alpha1',
    'EphemeralRunner',
    'ephemeralrunners',
  ),
} satisfies Record<string, KubernetesResource>;
