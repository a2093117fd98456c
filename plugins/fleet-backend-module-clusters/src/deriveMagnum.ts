import {
  ClusterItem,
  readClusterMarks,
} from '@slipway/backstage-plugin-clusters-common';
import { groupRefOf } from './subject/groupRefOf';
import { detailsOfMagnum } from './details/detailsOfMagnum';
import { findingOf } from './findingOf';
import { diagnoseMagnum } from './findings/diagnoseMagnum';
import { rememberShapes } from './memory/rememberShapes';
import { phaseStatus } from './phaseStatus';
import { MagnumView } from './subject/MagnumView';
import { refOf } from './subject/refOf';

/** A cluster of Magnum with its diagnosis. */
export function deriveMagnum(
  view: MagnumView,
  previous?: ClusterItem,
): ClusterItem {
  const { cluster, fleet, ref, row } = view;
  const object = refOf(row);
  const [cause, ...beside] = diagnoseMagnum(view);
  const finding =
    cause && findingOf({ cause, object, previous: previous?.finding });
  const marks = readClusterMarks(cluster.labels);
  return {
    ref,
    status: finding?.status ?? phaseStatus(view),
    finding,
    beside:
      beside.length > 0
        ? beside.map(other => findingOf({ cause: other, object }))
        : undefined,
    object,
    impact: cause?.impact ?? [cluster.name],
    details: detailsOfMagnum(view),
    owner: groupRefOf(marks?.owner) ?? fleet?.owner,
    memory: { ...rememberShapes(view, previous) },
    revisitAt: view.moments.next,
  };
}
