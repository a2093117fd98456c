import { CertificateView } from '../subject/CertificateView';
import { conditionWords } from '../subject/conditionWords';
import { graceOf } from '../subject/graceOf';
import { isoOf } from '../subject/isoOf';
import { refOf } from '../subject/refOf';
import { Cause } from './Cause';
import { deepestStep } from './deepestStep';

/** What can be said when nothing deeper can be known. */
export function reasonGone(view: CertificateView): Cause | undefined {
  return expired(view) ?? failing(view) ?? waiting(view);
}

function expired(view: CertificateView): Cause | undefined {
  const { ready, lifetime, certificate, ref, moments } = view;
  const { notAfter } = certificate.slice;
  if (ready?.reason !== 'Expired' && !moments.hasCome(lifetime.notAfter)) {
    return undefined;
  }
  return {
    code: 'certificate.expired',
    evidence: refOf(ref.cluster, certificate.row),
    says:
      ready?.reason === 'Expired'
        ? conditionWords(ready)
        : `status.notAfter: ${notAfter}`,
    since: notAfter ?? ready?.lastTransitionTime,
  };
}

function failing(view: CertificateView): Cause | undefined {
  const { hasFailed, issuing, certificate, ref } = view;
  return hasFailed && issuing
    ? {
        code: 'certificate.renewal.failing-but-still-valid',
        evidence: refOf(ref.cluster, certificate.row),
        says: conditionWords(issuing),
        since: certificate.slice.lastFailureTime,
      }
    : undefined;
}

/** Longer than usual, and nobody says of what. */
function waiting(view: CertificateView): Cause | undefined {
  const { isValid, isIssuing, issuing, lifetime, moments } = view;
  const due = lifetime.renewal ?? moments.now;
  if (isValid && !isIssuing && !moments.hasCome(due + graceOf(view))) {
    return undefined;
  }
  const since =
    issuing?.lastTransitionTime ??
    (isValid ? isoOf(due) : view.certificate.row.createdAt);
  return {
    code: 'certificate.issuance.in-progress',
    ...deepestStep(view),
    since,
    kind: 'may-pass',
  };
}
