import { NodeGroupSlice } from '../slices';
import { MagnumView } from '../subject/MagnumView';
import { Seen } from '../subject/Seen';
import { waitingFor } from './waitingFor';

/** What is said about an operation on a node group, or on the cluster as a whole. */
export function operationWords(
  { cluster }: MagnumView,
  group: Seen<NodeGroupSlice> | undefined,
): string {
  const { name = '', statusReason } = group?.slice ?? {};
  // Heat may say little of a node group itself, and why in the faults.
  const reasons = unique([statusReason, cluster.faults[name]]);
  const status = group?.slice.status ?? cluster.status ?? '';
  const faults = Object.entries(cluster.faults).map(
    ([about, text]) => `${about}: ${text}`,
  );
  const others = [
    ...(group ? [] : faults),
    ...(cluster.statusReason ? [cluster.statusReason] : []),
    ...waitingFor(cluster),
  ];
  const words = reasons.length > 0 ? reasons : others;
  return [group ? `${name}: ${status}` : status, ...words].join('; ');
}

function unique(texts: (string | undefined)[]): string[] {
  return [...new Set(texts.flatMap(text => text || []))];
}
