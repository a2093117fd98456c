import { EvidenceStep } from '@slipway/backstage-plugin-fleet-common';
import { waitingFor } from '../findings/waitingFor';
import { MagnumView } from '../subject/MagnumView';
import { refOf } from '../subject/refOf';
import { stateOf } from './stateOf';

/** The cluster itself: what Magnum says of it, else how its health is. */
export function clusterStep({ cluster, row }: MagnumView): EvidenceStep {
  const isIll =
    cluster.health === 'UNHEALTHY' && cluster.status?.endsWith('_COMPLETE');
  const words = [
    cluster.statusReason,
    ...(isIll ? waitingFor(cluster) : []),
  ].filter(text => text !== undefined);
  return {
    object: refOf(row),
    title: 'Cluster',
    state: isIll ? 'failed' : stateOf(cluster.status),
    says: [cluster.status, ...words].filter(Boolean).join('; ') || undefined,
    at: cluster.updatedAt ?? cluster.createdAt,
  };
}
