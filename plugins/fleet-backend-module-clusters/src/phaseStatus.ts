import { Status } from '@slipway/backstage-plugin-fleet-common';
import { MagnumView } from './subject/MagnumView';
import { phaseOf } from './subject/phaseOf';

/** How a cluster without a cause is: whether something is under way. */
export function phaseStatus({ phase, nodeGroups }: MagnumView): Status {
  const isGroupBusy = nodeGroups.some(
    ({ slice }) => phaseOf(slice.status).outcome === 'IN_PROGRESS',
  );
  switch (phase.outcome) {
    case 'COMPLETE':
      return isGroupBusy ? 'progressing' : 'healthy';
    case 'IN_PROGRESS':
      return 'progressing';
    default:
      // For a moment after its creation a cluster has no status.
      return phase.operation === '' ? 'progressing' : 'unknown';
  }
}
