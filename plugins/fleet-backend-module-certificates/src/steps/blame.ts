import {
  EvidenceStep,
  Finding,
  formatRoot,
  StepState,
} from '@slipway/backstage-plugin-fleet-common';

/**
 * cert-manager calls pending what it tries in vain: what proves a cause has
 * failed, and what seems to run waits for it.
 */
export function blame(
  steps: EvidenceStep[],
  finding: Finding | undefined,
): EvidenceStep[] {
  if (!finding || ['progressing', 'unknown'].includes(finding.status)) {
    return steps;
  }
  const proof = formatRoot(finding.evidence);
  return steps.map(step => ({
    ...step,
    state: stateOf(step, formatRoot(step.object) === proof),
  }));
}

function stateOf({ state }: EvidenceStep, isProof: boolean): StepState {
  const isOpen = state === 'running' || state === 'waiting';
  if (isOpen && isProof) {
    return 'failed';
  }
  return isOpen ? 'waiting' : state;
}
