import { IngressCluster } from '../ingress';
import { Cluster } from './startCluster';
import { WILDCARD_SECRET } from './zoneObjects';

/** A cluster that serves a zone, as the proxy sees it. */
export function ingressClusterOf(cluster: Cluster): IngressCluster {
  const { plan, client, workloads } = cluster;
  return {
    name: plan.name,
    client: client('nginx-ingress'),
    zone: plan.zone!,
    wildcardSecret: WILDCARD_SECRET,
    network: workloads.network,
  };
}
