import { CauseEntry } from '@slipway/backstage-plugin-fleet-common';
import { ClusterCause } from './ClusterCause';

/** An entry of the catalogue of this domain. @public */
export interface ClusterCauseEntry extends CauseEntry {
  /** One of the codes of this domain. */
  code: ClusterCause;
}

/**
 * Every cause of the domain, in the words of corpus/causes-clusters.yaml.
 *
 * @public
 */
export const clusterCauses: ClusterCauseEntry[] = [
  {
    code: 'cluster.create.quota-exceeded',
    title: 'Quota of the project is used up',
    status: ['failing'],
    root: "the project's quota, <cloud>/Quota//<project_id>",
    evidence: ['Cluster'],
    impact: 'clusters',
    advice:
      "Free resources of the named kind or have the project's quota raised, then delete the cluster and create it again (Cluster API drivers go on by themselves).",
  },
  {
    code: 'cluster.create.no-valid-host',
    title: 'No host for this flavor',
    status: ['failing'],
    root: 'the Cluster',
    evidence: ['Cluster'],
    impact: 'clusters',
    advice:
      'Choose another flavor or availability zone, or ask the operator for capacity.',
  },
  {
    code: 'cluster.create.trust-refused',
    title: 'Keystone refused the trust',
    status: ['failing'],
    root: 'the Cluster',
    evidence: ['Cluster'],
    impact: 'clusters',
    advice:
      'Delete the cluster and create it as a password user, or with a Magnum and driver that need no trust and an unrestricted credential.',
  },
  {
    code: 'cluster.create.image-unusable',
    title: 'Node image cannot be used',
    status: ['failing'],
    root: 'the image, <cloud>/Image//<image_id>',
    evidence: ['Cluster'],
    impact: 'clusters',
    advice:
      'Set the named property on the image, or use a template whose image has it.',
  },
  {
    code: 'cluster.create.flavor-unusable',
    title: 'Flavor cannot be used',
    status: ['failing'],
    root: 'the Cluster',
    evidence: ['Cluster'],
    impact: 'clusters',
    advice: 'Choose a flavor that meets the named minimum.',
  },
  {
    code: 'cluster.create.stuck',
    title: 'Creation does not end',
    status: ['failing'],
    root: 'the Cluster',
    evidence: ['Cluster'],
    impact: 'clusters',
    advice:
      "Check the project's quota and the first control-plane machine's console, then delete the cluster and create it again.",
  },
  {
    code: 'cluster.create.failed',
    title: 'Creation failed',
    status: ['failing'],
    root: 'the Cluster',
    evidence: ['Cluster'],
    impact: 'clusters',
    advice:
      'Read the quoted reason, correct the request, and create the cluster again.',
  },
  {
    code: 'cluster.network.floating-ips-exhausted',
    title: 'No floating IP is left',
    status: ['failing'],
    root: "the project's quota, or the external network",
    evidence: ['Cluster'],
    impact: 'clusters',
    advice:
      'Release unused floating IPs, have the quota or the external network enlarged, or create the cluster without floating IPs.',
  },
  {
    code: 'cluster.loadbalancer.failed',
    title: 'API load balancer failed',
    status: ['failing'],
    root: 'the Cluster',
    evidence: ['Cluster'],
    impact: 'clusters',
    advice:
      'Have the operator check Octavia; delete the broken load balancer so that it is made anew.',
  },
  {
    code: 'cluster.nodegroup.failed',
    title: 'Node group failed',
    status: ['degraded'],
    root: 'the NodeGroup',
    evidence: ['NodeGroup'],
    impact: 'node groups',
    advice:
      'Read the quoted reason, delete the failed node group, and create it again alone (one at a time with Cluster API drivers).',
  },
  {
    code: 'cluster.resize.failed',
    title: 'Resize failed',
    status: ['degraded'],
    root: 'the Cluster',
    evidence: ['NodeGroup', 'Cluster'],
    impact: 'clusters',
    advice:
      'Remove the obstacle that is quoted, then ask for the same number of nodes again.',
  },
  {
    code: 'cluster.upgrade.failed-partway',
    title: 'Upgrade stopped halfway',
    status: ['degraded'],
    root: 'the Cluster',
    evidence: ['NodeGroup'],
    impact: 'clusters',
    advice:
      "Look at the workers' machines, remove the obstacle, and run the same upgrade again.",
  },
  {
    code: 'cluster.delete.leftover-resources',
    title: 'Deletion is blocked',
    status: ['degraded'],
    root: 'the Cluster',
    evidence: ['Cluster'],
    impact: 'clusters',
    advice:
      'Delete the ports, load balancers or floating IPs that still use the named resource; the deletion then goes on.',
  },
  {
    code: 'cluster.health.api-down',
    title: 'Kubernetes API does not answer',
    status: ['failing'],
    root: '<fleet name>/Cluster//<fleet name>, else the Cluster',
    evidence: ['Cluster'],
    impact: 'clusters',
    advice: "Check the control-plane machines and the API's load balancer.",
  },
  {
    code: 'cluster.health.node-not-ready',
    title: 'Nodes are not ready',
    status: ['degraded', 'failing'],
    root: 'the Cluster',
    evidence: ['Cluster'],
    impact: 'nodes',
    advice:
      'Look at the named machines; replace them by a resize if they do not come back.',
  },
  {
    code: 'cluster.health.not-observable',
    title: 'Magnum cannot see the cluster',
    status: ['unknown'],
    root: 'the Cluster',
    evidence: ['Cluster'],
    impact: 'clusters',
    advice:
      'Watch the cluster from inside its network, or use a driver that asks the management cluster.',
  },
  {
    code: 'cluster.credentials.creator-gone',
    title: 'Owner of the credential is gone',
    status: ['at-risk', 'degraded', 'failing'],
    root: 'the Cluster',
    evidence: ['Cluster'],
    impact: 'clusters',
    advice:
      "Rotate the cluster's credential as a user that stays, best a service user.",
  },
  {
    code: 'cluster.version.unsupported',
    title: 'Version is out of support',
    status: ['at-risk'],
    root: 'the Cluster',
    evidence: ['Cluster'],
    impact: 'clusters',
    advice: 'Upgrade to a template with a supported version.',
  },
  {
    code: 'cluster.registration.not-in-argocd',
    title: 'Not registered in Argo CD',
    status: ['degraded'],
    root: 'the registration, <hub>/Registration//<name>',
    evidence: ['Cluster'],
    impact: 'applications',
    advice: 'Register the cluster in Argo CD under its name.',
  },
  {
    code: 'cluster.registration.name-collision',
    title: 'Two clusters share one name',
    status: ['degraded'],
    root: 'the registration, <hub>/Registration//<name>',
    evidence: ['Application', 'Secret'],
    impact: 'applications',
    advice:
      'Register one of them under another name, or address it by server URL.',
  },
  {
    code: 'cluster.registered.unreachable',
    title: 'Cluster does not answer',
    status: ['unknown'],
    root: 'the cluster',
    evidence: ['Cluster'],
    impact: 'applications',
    advice:
      "Check the cluster's API server and the way to it, then the fleet's credential for it.",
  },
  {
    code: 'cluster.registered.not-watched',
    title: 'Cluster is not watched',
    status: ['unknown'],
    root: 'the cluster',
    evidence: ['Secret'],
    impact: 'applications',
    advice:
      'Add the cluster to the fleet, or remove it from Argo CD if it no longer exists.',
  },
  {
    code: 'cluster.api.magnum-unreachable',
    title: 'Magnum does not answer',
    status: ['unknown'],
    root: '<cloud>/Magnum//<cloud>',
    evidence: ['Magnum'],
    impact: 'clusters',
    advice:
      "Have the operator check Magnum's API; nothing needs to be done to the clusters.",
  },
  {
    code: 'cluster.api.credential-refused',
    title: 'Credential for the cloud is refused',
    status: ['unknown'],
    root: '<cloud>/Credential//<cloud>',
    evidence: ['Magnum'],
    impact: 'clusters',
    advice: "Create a new credential for the platform's user and store it.",
  },
];
