import { isComplete } from '@slipway/backstage-plugin-fleet-common';
import { REQUESTS } from '../resourceIds';
import { CertificateView } from '../subject/CertificateView';
import { conditionWords } from '../subject/conditionWords';
import { findController } from '../subject/findController';
import { graceOf } from '../subject/graceOf';
import { isoOf } from '../subject/isoOf';
import { refOf } from '../subject/refOf';
import { blameController } from './blameController';
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
  const { isIssuing, issuing, certificate, lifetime, read, source } = view;
  if (!isIssuing && !isOverdue(view)) {
    return undefined;
  }
  const step = deepestStep(view);
  const since =
    issuing?.lastTransitionTime ??
    isoOf(lifetime.renewal) ??
    certificate.row.createdAt;
  // Without cert-manager there is nobody to say more.
  return findController(read, source)?.slice.available === 0
    ? blameController(view, { says: step.says, since })
    : {
        code: 'certificate.issuance.in-progress',
        ...step,
        since,
        kind: 'may-pass',
      };
}

/** Nobody has begun, as far as can be seen, but not all can be seen. */
function isOverdue(view: CertificateView): boolean {
  const { certificate, isValid, lifetime, moments, read, walk } = view;
  const { source, namespace } = certificate.row;
  const isAllSeen =
    isComplete(read.coverage(source, REQUESTS, namespace)) && !walk.request;
  return (
    !isValid ||
    (!isAllSeen && moments.hasCome((lifetime.renewal ?? 0) + graceOf(view)))
  );
}
