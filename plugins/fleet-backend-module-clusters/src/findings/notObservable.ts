import { MagnumView } from '../subject/MagnumView';
import { refOf } from '../subject/refOf';
import { Cause } from './Cause';
import { waitingFor } from './waitingFor';

/** Magnum cannot see whether the cluster works, and nobody else does. */
export function notObservable({
  cluster,
  fleet,
  phase,
  row,
}: MagnumView): Cause | undefined {
  if (
    phase.outcome !== 'COMPLETE' ||
    cluster.health !== 'UNKNOWN' ||
    fleet?.reachable
  ) {
    return undefined;
  }
  const words = [
    ...waitingFor(cluster),
    ...(cluster.statusReason ? [cluster.statusReason] : []),
  ];
  return {
    code: 'cluster.health.not-observable',
    evidence: refOf(row),
    says: words.join('; ') || 'UNKNOWN',
  };
}
