import { formatRoot } from '@slipway/backstage-plugin-fleet-common';
import { ClusterSlice } from '../slices';
import { MagnumView } from '../subject/MagnumView';
import { refOf } from '../subject/refOf';
import { Cause } from './Cause';
import { waitingFor } from './waitingFor';

const OK = /^ok$/i;

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

/** Whether what Magnum says of a cluster's health is that its API is down. */
export function isApiDown({ healthReasons }: ClusterSlice): boolean {
  const { api, controlplane = '' } = healthReasons;
  return (
    (api !== undefined && !OK.test(api)) ||
    (api === undefined &&
      /waiting on/i.test(controlplane) &&
      /\bAvailable\b/.test(controlplane))
  );
}

// The root of everything on an unreachable cluster, so that it is one incident.
function rootOf(name: string): string {
  return formatRoot({ scope: name, kind: 'Cluster', namespace: '', name });
}
