import {
  eventsResource,
  ResourceSpec,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { indexes } from './indexes';
import * as ids from './resourceIds';
import * as slices from './slices';

const CONTROLLER =
  'app.kubernetes.io/name=cert-manager,app.kubernetes.io/component=controller';

/** What this domain reads. */
export const resources: ResourceSpec[] = [
  {
    ...kind(ids.CERTIFICATES, 'Certificate'),
    project: slices.projectCertificate,
    indexes: indexes.certificates,
  },
  {
    ...kind(ids.REQUESTS, 'CertificateRequest'),
    project: slices.projectRequest,
  },
  {
    ...kind(ids.ISSUERS, 'Issuer'),
    project: slices.projectIssuer,
    indexes: indexes.issuers,
  },
  {
    ...kind(ids.CLUSTER_ISSUERS, 'ClusterIssuer'),
    namespaced: false,
    project: slices.projectIssuer,
    indexes: indexes.issuers,
  },
  { ...kind(ids.ORDERS, 'Order'), project: slices.projectOrder },
  {
    ...kind(ids.CHALLENGES, 'Challenge'),
    project: slices.projectChallenge,
    indexes: indexes.challenges,
  },
  {
    ...kind(ids.INGRESSES, 'Ingress'),
    project: slices.projectSolverRoute,
  },
  {
    ...kind(ids.HTTP_ROUTES, 'HTTPRoute', ['v1', 'v1beta1']),
    project: slices.projectSolverRoute,
  },
  {
    ...kind(ids.DEPLOYMENTS, 'Deployment'),
    labelSelector: CONTROLLER,
    project: slices.projectDeployment,
  },
  {
    ...kind(ids.API_SERVICES, 'APIService'),
    namespaced: false,
    project: slices.projectApiService,
  },
  { ...kind(ids.SECRETS, 'Secret'), project: slices.projectSecret },
  eventsResource({
    kinds: [
      'Certificate',
      'CertificateRequest',
      'Issuer',
      'ClusterIssuer',
      'Order',
      'Challenge',
      'Ingress',
      'HTTPRoute',
    ],
  }),
];

function kind(id: string, name: string, versions = ['v1']) {
  const [plural, ...group] = id.split('.');
  return {
    id,
    kind: name,
    group: group.join('.'),
    versions,
    plural,
    namespaced: true,
  };
}
