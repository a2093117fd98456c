import {
  ClusterCause,
  clusterCauses,
  ClusterCauseEntry,
} from '@slipway/backstage-plugin-clusters-common';

interface Obstacle {
  code: ClusterCause;
  words: RegExp;
}

// The first that fits counts. Words of Heat, of the drivers for Cluster API and
// of the services that they repeat.
const OBSTACLES: Obstacle[] = [
  {
    code: 'cluster.create.trust-refused',
    words: /failed to create trustee or trust/i,
  },
  {
    code: 'cluster.create.image-unusable',
    words:
      /does(n't| not) (have an? (kube_version|os_distro) property|contain os_distro field)|image \S+ could not be found/i,
  },
  {
    code: 'cluster.create.flavor-unusable',
    words:
      /unable to find flavor|does not have enough (ram|cpu)|flavor's disk is too small/i,
  },
  {
    code: 'cluster.network.floating-ips-exhausted',
    words:
      /no more ip addresses available on network|ipaddressgenerationfailure|externalipaddressexhausted|quota exceeded for resources: \['floatingip'\]/i,
  },
  {
    code: 'cluster.create.quota-exceeded',
    words: /quota exceeded|overquota|limitexceeded|exceeded for quota/i,
  },
  {
    code: 'cluster.create.no-valid-host',
    words: /no valid host was found/i,
  },
  {
    code: 'cluster.loadbalancer.failed',
    words:
      /load balancer.*(error|not active after timeout)|failedcreate(loadbalancer|listener)|api_lb|loadbalancer/i,
  },
];

/** The entry of the catalogue for what a text of Magnum names, if it names any. */
export function findObstacle(text: string): ClusterCauseEntry | undefined {
  const found = OBSTACLES.find(({ words }) => words.test(text));
  return clusterCauses.find(({ code }) => code === found?.code);
}
