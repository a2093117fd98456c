import { ResourceSpec } from '@slipway/backstage-plugin-fleet-node/engine';
import { indexes } from './indexes';
import * as ids from './resourceIds';
import * as slices from './slices';

const ARGOCD_CLUSTERS = 'argocd.argoproj.io/secret-type=cluster';

/** What this domain reads. */
export const resources: ResourceSpec[] = [
  {
    ...record(ids.CLUSTERS, 'Cluster'),
    project: slices.projectCluster,
    indexes: indexes.clusters,
  },
  {
    ...record(ids.NODE_GROUPS, 'NodeGroup'),
    project: slices.projectNodeGroup,
    indexes: indexes.nodeGroups,
  },
  {
    ...record(ids.CLUSTER_TEMPLATES, 'ClusterTemplate'),
    project: slices.projectClusterTemplate,
  },
  { ...record(ids.QUOTAS, 'Quota'), project: slices.projectQuota },
  { ...record(ids.STATS, 'Stats'), project: slices.projectStats },
  { ...record(ids.APIS, 'Magnum'), project: slices.projectApi },
  {
    id: ids.SECRETS,
    kind: 'Secret',
    group: '',
    versions: ['v1'],
    plural: 'secrets',
    namespaced: true,
    namespacesWhenForbidden: ['argocd'],
    labelSelector: ARGOCD_CLUSTERS,
    project: slices.projectClusterSecret,
    indexes: indexes.secrets,
  },
  {
    id: ids.APPLICATIONS,
    kind: 'Application',
    group: 'argoproj.io',
    versions: ['v1alpha1'],
    plural: 'applications',
    namespaced: true,
    project: slices.projectApplication,
    indexes: indexes.applications,
  },
];

function record(id: string, kind: string) {
  const [plural, ...group] = id.split('.');
  return {
    id,
    kind,
    from: 'cloud' as const,
    group: group.join('.'),
    versions: [],
    plural,
    namespaced: false,
  };
}
