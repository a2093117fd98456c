import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { phaseOf } from '../subject/phaseOf';

/** Whether Magnum would take a change of a cluster now. */
export function isIdle({ phase }: Pick<ClusterDetails, 'phase'>): boolean {
  const { operation, outcome } = phaseOf(phase);
  const isThere = operation !== 'CREATE' || outcome === 'COMPLETE';
  return isThere && operation !== 'DELETE' && outcome !== 'IN_PROGRESS';
}
