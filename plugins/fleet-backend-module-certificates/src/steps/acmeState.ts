import { StepState } from '@slipway/backstage-plugin-fleet-common';

const STATES: Record<string, StepState> = {
  valid: 'done',
  ready: 'running',
  processing: 'running',
  pending: 'running',
  invalid: 'failed',
  expired: 'failed',
  errored: 'failed',
};

/** How far an Order or Challenge is by its state. */
export function acmeState(state: string | undefined): StepState {
  return STATES[state ?? 'pending'] ?? 'unknown';
}
