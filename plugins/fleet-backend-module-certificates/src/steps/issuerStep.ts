import {
  EvidenceStep,
  StepState,
} from '@slipway/backstage-plugin-fleet-common';
import { CertificateView } from '../subject/CertificateView';
import { condition } from '../subject/conditions';

/** The issuer, as far as it can be seen. */
export function issuerStep({ issuer }: CertificateView): EvidenceStep {
  const ready =
    issuer.found && condition(issuer.found.slice.conditions, 'Ready');
  return {
    object: issuer.ref,
    title: issuer.ref.kind,
    state: stateOf(issuer.state, ready?.status),
    says: issuer.state === 'missing' ? 'It does not exist' : ready?.message,
    at: ready?.lastTransitionTime,
  };
}

function stateOf(
  seen: 'found' | 'missing' | 'unseen',
  ready: string | undefined,
): StepState {
  if (seen === 'unseen') {
    return 'unknown';
  }
  return ready === 'True' ? 'done' : 'failed';
}
