import { CertificateView } from '../subject/CertificateView';
import { isoOf } from '../subject/isoOf';
import { refOf } from '../subject/refOf';
import { Cause } from './Cause';

/** The Certificate must not renew itself, and its last third has begun. */
export function renewalDisabled(view: CertificateView): Cause | undefined {
  const { certificate, lifetime, moments, ref } = view;
  const begin = lifetime.lastThird ?? lifetime.notAfter;
  if (
    begin === undefined ||
    !certificate.slice.renewalDisabled ||
    !moments.hasCome(begin)
  ) {
    return undefined;
  }
  return {
    code: 'certificate.renewal.disabled',
    evidence: refOf(ref.cluster, certificate.row),
    says: 'spec.renewal.policy: Disabled',
    since: isoOf(begin),
  };
}
