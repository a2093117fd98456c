/** Ids of the resources that this domain reads. */
export const CLUSTERS = 'clusters.magnum.openstack.org';
export const NODE_GROUPS = 'nodegroups.magnum.openstack.org';
export const CLUSTER_TEMPLATES = 'clustertemplates.magnum.openstack.org';
export const QUOTAS = 'quotas.magnum.openstack.org';
export const STATS = 'stats.magnum.openstack.org';
export const APIS = 'apis.magnum.openstack.org';
export const SECRETS = 'secrets';
export const APPLICATIONS = 'applications.argoproj.io';
