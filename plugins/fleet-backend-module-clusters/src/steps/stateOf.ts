import { StepState } from '@slipway/backstage-plugin-fleet-common';
import { phaseOf } from '../subject/phaseOf';

/** How far Magnum is, by the status that it gives. */
export function stateOf(status: string | undefined): StepState {
  switch (phaseOf(status).outcome) {
    case 'COMPLETE':
      return 'done';
    case 'FAILED':
      return 'failed';
    case 'IN_PROGRESS':
      return 'running';
    default:
      return 'unknown';
  }
}
