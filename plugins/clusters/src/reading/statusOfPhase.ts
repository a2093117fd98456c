import { Status } from '@slipway/backstage-plugin-fleet-common';

/** How something is whose status is in Magnum's words: `UPDATE_FAILED`. */
export function statusOfPhase(phase: string): Status {
  if (phase.endsWith('_FAILED')) {
    return 'failing';
  }
  if (phase.endsWith('_IN_PROGRESS')) {
    return 'progressing';
  }
  return phase.endsWith('_COMPLETE') ? 'healthy' : 'unknown';
}
