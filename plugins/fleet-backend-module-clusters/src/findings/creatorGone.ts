import { isApiAnswering } from '../subject/isApiAnswering';
import { MagnumView } from '../subject/MagnumView';
import { refOf } from '../subject/refOf';
import { Cause } from './Cause';
import { creatorWords } from './creatorWords';
import { quote } from './quote';

/** The credential that a cluster works with is refused. */
export function creatorGone(view: MagnumView): Cause | undefined {
  const { cluster, phase, row } = view;
  const words = creatorWords(view);
  if (words.length === 0 || isLeftOver(view)) {
    return undefined;
  }
  const whileThere = isApiAnswering(view) ? 'at-risk' : 'failing';
  return {
    code: 'cluster.credentials.creator-gone',
    evidence: refOf(row),
    says: quote(words),
    status: phase.operation === 'DELETE' ? 'degraded' : whileThere,
    since: cluster.updatedAt,
  };
}

function isLeftOver({ cluster, phase, nodeGroups }: MagnumView): boolean {
  return (
    phase.outcome === 'COMPLETE' &&
    cluster.health === 'HEALTHY' &&
    !nodeGroups.some(({ slice }) => slice.status?.endsWith('_FAILED'))
  );
}
