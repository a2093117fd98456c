import { EvidenceStep } from '@slipway/backstage-plugin-fleet-common';
import { OrderSlice } from '../slices';
import { refOf } from '../subject/refOf';
import { Seen } from '../subject/Seen';
import { acmeState } from './acmeState';

/** What was ordered from an ACME server. */
export function orderStep(
  cluster: string,
  { row, slice }: Seen<OrderSlice>,
): EvidenceStep {
  const { state, reason, failureTime } = slice;
  return {
    object: refOf(cluster, row),
    title: 'Order',
    state: acmeState(state),
    says: reason ?? state,
    at: failureTime ?? row.createdAt,
  };
}
