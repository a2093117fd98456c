import { formatRoot } from '@slipway/backstage-plugin-fleet-common';
import { isRegistered } from '../subject/isRegistered';
import { MINUTE } from '../subject/durations';
import { MagnumView } from '../subject/MagnumView';
import { millis } from '../subject/millis';
import { refOf } from '../subject/refOf';
import { applicationsTo } from '../subject/applicationsTo';
import { hubFor } from '../subject/hubFor';
import { Cause } from './Cause';

/** How long a finished cluster may be without a registration. */
const GRACE = 15 * MINUTE;

/** A finished cluster is not known to Argo CD, so nothing can be deployed there. */
export function notInArgoCd(view: MagnumView): Cause | undefined {
  const { around, cluster, phase, row } = view;
  const { name, server } = cluster;
  const since = cluster.updatedAt ?? cluster.createdAt;
  if (
    phase.outcome !== 'COMPLETE' ||
    server === undefined ||
    isRegistered(view) !== 'no' ||
    !hasWaited(view, since)
  ) {
    return undefined;
  }
  const destination = { names: [name], servers: [server] };
  const hub = hubFor(around, around.hubs(), destination);
  const moved = around
    .secretsNamed(name)
    .map(({ slice }) => slice.server)
    .sort();
  return {
    code: 'cluster.registration.not-in-argocd',
    evidence: refOf(row),
    says:
      moved.length > 0
        ? `${name} is at ${server}, but is registered with the address ${moved.join(
            ', ',
          )}: the address has changed`
        : `${name} is ${cluster.status} at ${server}, and no cluster Secret of Argo CD has that address`,
    root:
      hub &&
      formatRoot({
        scope: hub.name,
        kind: 'Registration',
        namespace: '',
        name,
      }),
    impact: applicationsTo(around, destination).map(seen => seen.row.name),
    since,
  };
}

/** What a hub that does not answer said last holds for that time. */
function hasWaited(
  { around, moments }: MagnumView,
  since: string | undefined,
): boolean {
  const begun = millis(since);
  const lastSeen = around
    .hubs()
    .flatMap(({ reachable, lastContact }) =>
      reachable ? [] : millis(lastContact) ?? [],
    );
  return (
    begun !== undefined &&
    moments.hasCome(begun + GRACE + 1) &&
    lastSeen.every(seen => begun + GRACE < seen)
  );
}
