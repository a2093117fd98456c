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
  const reason = statusReason ?? cluster.faults[name];
  const status = group?.slice.status ?? cluster.status ?? '';
  const faults = Object.entries(cluster.faults).map(
    ([about, text]) => `${about}: ${text}`,
  );
  const others = [
    ...(group ? [] : faults),
    ...(cluster.statusReason ? [cluster.statusReason] : []),
    ...waitingFor(cluster),
  ];
  const words = reason ? [reason] : others;
  return [group ? `${name}: ${status}` : status, ...words].join('; ');
}
