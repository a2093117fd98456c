import { NodeGroupSlice } from '../slices';
import { HOUR } from '../subject/durations';
import { MagnumView } from '../subject/MagnumView';
import { millis } from '../subject/millis';
import { refOf } from '../subject/refOf';
import { Seen } from '../subject/Seen';
import { isSameVersion } from '../texts/isSameVersion';
import { Cause } from './Cause';
import { operationWords } from './operationWords';

type NodeGroup = Seen<NodeGroupSlice>;

/** How long before the workers the control plane may have been upgraded. */
const LONGEST_UPGRADE = 6 * HOUR;

/** An upgrade stopped between node groups. */
export function upgradeFailed(view: MagnumView): Cause | undefined {
  const { cluster, nodeGroups, phase, row, template } = view;
  const behind = nodeGroups.find(group => isLeftBehind(view, group));
  const target = template?.slice.kubeTag;
  const isAway =
    cluster.version !== undefined &&
    target !== undefined &&
    !isSameVersion(cluster.version, target);
  const hasFailed =
    phase.operation === 'UPDATE' && phase.outcome === 'FAILED' && isAway;
  if (!behind && !hasFailed) {
    return undefined;
  }
  const group = behind ?? mostLikely(nodeGroups);
  return {
    code: 'cluster.upgrade.failed-partway',
    evidence: refOf(group?.row ?? row),
    says: operationWords(view, group),
    detail: versionsOf(view, group),
    since: group?.slice.updatedAt ?? cluster.updatedAt,
  };
}

function isLeftBehind(view: MagnumView, { slice }: NodeGroup): boolean {
  return (
    slice.isDefault &&
    slice.role !== 'master' &&
    slice.status === 'UPDATE_FAILED' &&
    differsFromTemplate(view, slice) &&
    view.nodeGroups.some(other => wasUpgradedBefore(other.slice, slice))
  );
}

function differsFromTemplate(
  { template }: MagnumView,
  { image, kubeTag }: NodeGroupSlice,
): boolean {
  return (
    isOther(template?.slice.image, image) ||
    isOther(template?.slice.kubeTag, kubeTag)
  );
}

function isOther(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function wasUpgradedBefore(
  { role, updatedAt }: NodeGroupSlice,
  workers: NodeGroupSlice,
): boolean {
  const before = millis(updatedAt);
  const after = millis(workers.updatedAt);
  return (
    role === 'master' &&
    before !== undefined &&
    after !== undefined &&
    before <= after &&
    after - before <= LONGEST_UPGRADE
  );
}

function mostLikely(groups: NodeGroup[]): NodeGroup | undefined {
  const own = groups.filter(({ slice }) => slice.isDefault);
  const workers = own.filter(({ slice }) => slice.role !== 'master');
  const hasFailed = ({ slice }: NodeGroup) => slice.status === 'UPDATE_FAILED';
  return workers.find(hasFailed) ?? own.find(hasFailed) ?? workers[0];
}

function versionsOf(
  { cluster, template }: MagnumView,
  group: NodeGroup | undefined,
): string | undefined {
  const target = template?.slice.kubeTag;
  const current = group?.slice.kubeTag ?? cluster.version;
  return target && current && target !== current
    ? `From ${current} to ${target}`
    : undefined;
}
