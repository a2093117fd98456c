import { formatRoot } from '@slipway/backstage-plugin-fleet-common';
import { isApiDown } from '../subject/isApiDown';
import { MagnumView } from '../subject/MagnumView';
import { refOf } from '../subject/refOf';
import { Cause } from './Cause';
import { waitingFor } from './waitingFor';

/** The Kubernetes API of a finished cluster does not answer. */
export function apiDown(view: MagnumView): Cause | undefined {
  const { cluster, fleet, phase, row } = view;
  if (
    phase.outcome !== 'COMPLETE' ||
    cluster.health !== 'UNHEALTHY' ||
    !isApiDown(cluster)
  ) {
    return undefined;
  }
  return {
    code: 'cluster.health.api-down',
    evidence: refOf(row),
    says: waitingFor(cluster).join('; '),
    root: fleet && rootOf(fleet.name),
    since: fleet && !fleet.reachable ? fleet.lastContact : undefined,
  };
}

// The root of everything on an unreachable cluster, so that it is one incident.
function rootOf(name: string): string {
  return formatRoot({ scope: name, kind: 'Cluster', namespace: '', name });
}
