import { MagnumView } from '../subject/MagnumView';
import { phaseOf } from '../subject/phaseOf';
import { refOf } from '../subject/refOf';
import { Cause } from './Cause';
import { operationWords } from './operationWords';

/** Nodes could not be added or removed, or another change of the cluster failed. */
export function resizeFailed(view: MagnumView): Cause | undefined {
  const { cluster, nodeGroups, phase, row } = view;
  const failed = nodeGroups.filter(
    ({ slice }) =>
      slice.isDefault && phaseOf(slice.status).outcome === 'FAILED',
  );
  const group =
    failed.find(({ slice }) => slice.role !== 'master') ?? failed[0];
  if (!group && phase.outcome !== 'FAILED') {
    return undefined;
  }
  return {
    code: 'cluster.resize.failed',
    evidence: refOf(group?.row ?? row),
    says: operationWords(view, group),
    since: group?.slice.updatedAt ?? cluster.updatedAt,
  };
}
