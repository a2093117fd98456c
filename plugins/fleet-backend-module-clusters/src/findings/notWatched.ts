import { formatRoot } from '@slipway/backstage-plugin-fleet-common';
import { isUnjudged } from '../subject/isUnjudged';
import { applicationsOf } from '../subject/applicationsOf';
import { refOf } from '../subject/refOf';
import { RegisteredView } from '../subject/RegisteredView';
import { Cause } from './Cause';

/** Argo CD deploys to a cluster that the fleet does not watch. */
export function notWatched(view: RegisteredView): Cause | undefined {
  const { fleet, name } = view;
  const [secret] = view.secrets;
  if (fleet || !secret || isUnjudged(view)) {
    return undefined;
  }
  return {
    code: 'cluster.registered.not-watched',
    evidence: refOf(secret.row),
    says: `name: ${secret.slice.name}, server: ${secret.slice.server}`,
    root: formatRoot({ scope: name, kind: 'Cluster', namespace: '', name }),
    impact: applicationsOf(view).map(({ row }) => row.name),
    since: secret.row.createdAt,
  };
}
