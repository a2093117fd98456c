import { EvidenceStep } from '@slipway/backstage-plugin-fleet-common';
import { NodeGroupSlice } from '../slices';
import { MagnumView } from '../subject/MagnumView';
import { refOf } from '../subject/refOf';
import { Seen } from '../subject/Seen';
import { stateOf } from './stateOf';

/** A node group, with its reason, else the fault that the cluster knows of it. */
export function nodeGroupStep(
  { cluster }: MagnumView,
  { row, slice }: Seen<NodeGroupSlice>,
): EvidenceStep {
  const reason = slice.statusReason ?? cluster.faults[slice.name];
  return {
    object: refOf(row),
    title: slice.name,
    state: stateOf(slice.status),
    says: reason ? `${slice.status}; ${reason}` : slice.status,
    at: slice.updatedAt ?? slice.createdAt,
  };
}
