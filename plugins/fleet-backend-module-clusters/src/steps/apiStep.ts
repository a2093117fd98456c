import { EvidenceStep } from '@slipway/backstage-plugin-fleet-common';
import { isApiDown } from '../subject/isApiDown';
import { isApiAnswering } from '../subject/isApiAnswering';
import { MagnumView } from '../subject/MagnumView';

/** The Kubernetes API of the cluster, as Magnum or the fleet sees it. */
export function apiStep(view: MagnumView): EvidenceStep | undefined {
  const { cluster, fleet, ref } = view;
  if (!cluster.server) {
    return undefined;
  }
  const name = fleet?.name ?? ref.name;
  const isDown = cluster.health === 'UNHEALTHY' && isApiDown(cluster);
  const asSeen = isApiAnswering(view) ? 'done' : 'unknown';
  return {
    object: {
      scope: fleet?.name ?? ref.cluster,
      kind: 'Cluster',
      namespace: '',
      name,
    },
    title: 'Kubernetes API',
    state: isDown ? 'failed' : asSeen,
    says: [cluster.server, cluster.healthReasons.api]
      .filter(Boolean)
      .join(': '),
    at: fleet?.lastContact,
  };
}
