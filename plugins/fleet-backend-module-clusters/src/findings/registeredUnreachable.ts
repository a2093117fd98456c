import { formatRoot } from '@slipway/backstage-plugin-fleet-common';
import { applicationsOf } from '../subject/applicationsOf';
import { RegisteredView } from '../subject/RegisteredView';
import { formatTime } from '../texts/formatTime';
import { Cause } from './Cause';

/** A registered cluster does not answer, so nobody knows how it is. */
export function registeredUnreachable(view: RegisteredView): Cause | undefined {
  const { fleet } = view;
  if (!fleet || fleet.reachable) {
    return undefined;
  }
  const { name } = fleet;
  const evidence = { scope: name, kind: 'Cluster', namespace: '', name };
  const since = fleet.lastContact ?? fleet.since;
  const silence = `No answer since ${formatTime(since)}`;
  return {
    code: 'cluster.registered.unreachable',
    evidence,
    says: fleet.error ? `${silence}: ${fleet.error}` : silence,
    root: formatRoot(evidence),
    impact: applicationsOf(view).map(({ row }) => row.name),
    since,
  };
}
