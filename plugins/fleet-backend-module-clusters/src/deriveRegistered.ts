import { ClusterItem } from '@slipway/backstage-plugin-clusters-common';
import { LABEL_OWNER } from '@slipway/backstage-plugin-fleet-common';
import { detailsOfRegistered } from './details/detailsOfRegistered';
import { findingOf } from './findingOf';
import { diagnoseRegistered } from './findings/diagnoseRegistered';
import { groupRefOf } from './subject/groupRefOf';
import { isUnjudged } from './subject/isUnjudged';
import { RegisteredView } from './subject/RegisteredView';

/** A cluster that is not Magnum's with its diagnosis. */
export function deriveRegistered(
  view: RegisteredView,
  previous?: ClusterItem,
): ClusterItem {
  const { fleet, name, ref, secrets } = view;
  const object = { scope: name, kind: 'Cluster', namespace: '', name };
  const [cause, ...beside] = diagnoseRegistered(view);
  const finding =
    cause && findingOf({ cause, object, previous: previous?.finding });
  return {
    ref,
    status: finding?.status ?? (isUnjudged(view) ? 'unknown' : 'healthy'),
    finding,
    beside:
      beside.length > 0
        ? beside.map(other => findingOf({ cause: other, object }))
        : undefined,
    object,
    impact: cause?.impact ?? [name],
    details: detailsOfRegistered(view),
    owner: fleet
      ? fleet.owner
      : groupRefOf(secrets[0]?.row.labels[LABEL_OWNER]),
    revisitAt: view.moments.next,
  };
}
