import {
  EvidenceStep,
  StepState,
} from '@slipway/backstage-plugin-fleet-common';
import { RequestSlice } from '../slices';
import { condition, isTrue } from '../subject/conditions';
import { refOf } from '../subject/refOf';
import { Seen } from '../subject/Seen';

/** A CertificateRequest: approved, signed, or why not. */
export function requestStep(
  cluster: string,
  { row, slice }: Seen<RequestSlice>,
): EvidenceStep {
  const ready = condition(slice.conditions, 'Ready');
  const refusal = slice.conditions.find(
    ({ type, status }) =>
      ['Denied', 'InvalidRequest'].includes(type) && status === 'True',
  );
  return {
    object: refOf(cluster, row),
    title: `Request ${slice.revision ?? ''}`.trim(),
    state: refusal ? 'failed' : stateOf(slice),
    says: refusal?.message ?? ready?.message,
    at:
      refusal?.lastTransitionTime ?? ready?.lastTransitionTime ?? row.createdAt,
  };
}

function stateOf({ conditions }: RequestSlice): StepState {
  const ready = condition(conditions, 'Ready');
  if (ready?.status === 'True') {
    return 'done';
  }
  if (ready?.reason === 'Failed' || ready?.reason === 'Denied') {
    return 'failed';
  }
  return isTrue(conditions, 'Approved') ? 'running' : 'waiting';
}
