import { formatRoot } from '@slipway/backstage-plugin-fleet-common';
import { MagnumView } from '../subject/MagnumView';
import { phaseOf } from '../subject/phaseOf';
import { refOf } from '../subject/refOf';
import { Cause } from './Cause';
import { operationWords } from './operationWords';

/** A node group besides the default ones could not be made or changed. */
export function nodeGroupFailed(view: MagnumView): Cause | undefined {
  const failed = view.nodeGroups.find(
    ({ slice }) =>
      !slice.isDefault && phaseOf(slice.status).outcome === 'FAILED',
  );
  return (
    failed && {
      code: 'cluster.nodegroup.failed',
      evidence: refOf(failed.row),
      says: operationWords(view, failed),
      root: formatRoot(refOf(failed.row)),
      impact: [failed.slice.name],
      since: failed.slice.updatedAt ?? failed.slice.createdAt,
    }
  );
}
