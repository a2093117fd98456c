import { EvidenceStep } from '@slipway/backstage-plugin-fleet-common';
import { CertificateView } from '../subject/CertificateView';
import { refOf } from '../subject/refOf';

/** The Certificate itself: what it says of its issuance, else of its validity. */
export function certificateStep(view: CertificateView): EvidenceStep {
  const { certificate, ref, issuing, ready } = view;
  const words = issuing ?? ready;
  return {
    object: refOf(ref.cluster, certificate.row),
    title: 'Certificate',
    state: stateOf(view),
    says: words?.message ?? words?.reason,
    at: words?.lastTransitionTime ?? certificate.row.createdAt,
  };
}

function stateOf({ isIssuing, isValid, hasFailed }: CertificateView) {
  if (isIssuing) {
    return 'running';
  }
  return isValid && !hasFailed ? 'done' : 'failed';
}
