import { CertificateView } from '../subject/CertificateView';
import { Cause } from './Cause';
import { deepestStep } from './deepestStep';

/** An issuance is under way, or is about to begin, and shows no error yet. */
export function inProgress(view: CertificateView): Cause | undefined {
  const { isIssuing, isWithinUsualTime, isValid, certificate, issuing } = view;
  const isStarting =
    !isValid &&
    !isIssuing &&
    certificate.slice.notAfter === undefined &&
    certificate.slice.lastFailureTime === undefined;
  return isWithinUsualTime || isStarting
    ? {
        code: 'certificate.issuance.in-progress',
        ...deepestStep(view),
        since: issuing?.lastTransitionTime ?? certificate.row.createdAt,
      }
    : undefined;
}
