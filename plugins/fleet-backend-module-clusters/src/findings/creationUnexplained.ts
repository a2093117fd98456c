import { createDeadline } from '../subject/createDeadline';
import { createMinutes } from '../subject/createMinutes';
import { isoOf } from '../subject/isoOf';
import { MagnumView } from '../subject/MagnumView';
import { refOf } from '../subject/refOf';
import { formatTime } from '../texts/formatTime';
import { Cause } from './Cause';
import { quote } from './quote';
import { waitingFor } from './waitingFor';

/** A creation that failed, or does not end, and no text names what is in its way. */
export function creationUnexplained(view: MagnumView): Cause | undefined {
  const { operation, outcome } = view.phase;
  if (operation !== 'CREATE') {
    return undefined;
  }
  return outcome === 'FAILED' ? failed(view) : stuck(view);
}

function failed({ row, cluster }: MagnumView): Cause {
  const faults = Object.entries(cluster.faults)
    .filter(([, text]) => text !== '')
    .map(([about, text]) => ({ about, text }));
  return {
    code: 'cluster.create.failed',
    evidence: refOf(row),
    says: quote(faults) || cluster.statusReason || 'CREATE_FAILED',
    since: cluster.updatedAt ?? cluster.createdAt,
  };
}

function stuck(view: MagnumView): Cause | undefined {
  const { cluster, phase, row, moments } = view;
  const deadline = createDeadline(view);
  if (phase.outcome !== 'IN_PROGRESS' || !moments.hasCome(deadline)) {
    return undefined;
  }
  const begun = cluster.createdAt ? formatTime(cluster.createdAt) : '';
  return {
    code: 'cluster.create.stuck',
    evidence: refOf(row),
    says: [
      `CREATE_IN_PROGRESS since ${begun}, with ${createMinutes(
        view,
      )} minutes given`,
      ...waitingFor(cluster),
      ...(cluster.statusReason ? [cluster.statusReason] : []),
    ].join('; '),
    since: isoOf(deadline),
  };
}
