import { isComplete } from '@slipway/backstage-plugin-fleet-common';
import { CLUSTER_TEMPLATES } from '../resourceIds';
import { MagnumView } from '../subject/MagnumView';
import { millis } from '../subject/millis';
import { refOf } from '../subject/refOf';
import { formatTime } from '../texts/formatTime';
import { supportEnd } from '../texts/supportEnd';
import { compareVersions } from '../texts/compareVersions';
import { Cause } from './Cause';

/** A cluster's version gets no fixes any more, or its template was withdrawn. */
export function versionUnsupported(view: MagnumView): Cause | undefined {
  const { operation, outcome } = view.phase;
  const isThere =
    operation !== 'DELETE' &&
    (operation !== 'CREATE' || outcome === 'COMPLETE');
  if (!isThere || isBeingUpgraded(view)) {
    return undefined;
  }
  const { version } = view.cluster;
  const end = supportEnd(version);
  const isOver = view.moments.hasCome(millis(end));
  const withdrawn = withdrawal(view);
  if (!isOver && !withdrawn) {
    return undefined;
  }
  return {
    code: 'cluster.version.unsupported',
    evidence: refOf(view.row),
    says: [
      ...(version ? [`coe_version: ${version}`] : []),
      ...(withdrawn ? [withdrawn] : []),
    ].join('; '),
    detail:
      isOver && end
        ? `Kubernetes ${version} gets no fixes since ${formatTime(end)}`
        : undefined,
    since: isOver ? end : view.template?.slice.updatedAt,
  };
}

/** The template already is the one that an upgrade goes to. */
function isBeingUpgraded({ cluster, phase, template }: MagnumView): boolean {
  const target = template?.slice.kubeTag;
  return (
    phase.outcome === 'IN_PROGRESS' &&
    target !== undefined &&
    compareVersions(target, cluster.version) > 0
  );
}

function withdrawal(view: MagnumView): string | undefined {
  const { cluster, read, row, template } = view;
  if (template) {
    return template.slice.hidden
      ? `cluster_template_id: ${template.slice.name} (${template.row.name}), hidden: true`
      : undefined;
  }
  const isKnown = isComplete(read.coverage(row.source, CLUSTER_TEMPLATES));
  return cluster.template && isKnown
    ? `cluster_template_id: ${cluster.template}, which is not among the templates any more`
    : undefined;
}
