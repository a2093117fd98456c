import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import { Cause } from './findings/Cause';
import { CertificateView } from './subject/CertificateView';
import { dnsZoneOf } from './subject/dnsZoneOf';
import { MINUTE } from './subject/durations';
import { isoOf } from './subject/isoOf';
import { namesOf } from './subject/namesOf';
import { retryAfter } from './texts/retryAfter';

/** What the page of certificates shows of one. */
export function detailsOf(
  view: CertificateView,
  cause: Cause | undefined,
): CertificateDetails {
  const { certificate, lifetime, attempts, issuing, isIssuing } = view;
  const { slice } = certificate;
  const names = namesOf(slice);
  const { kind, name } = view.issuer.ref;
  return {
    names,
    host: names[0] ?? '',
    secretName: slice.secretName ?? '',
    issuer: slice.issuer ?? { kind, name, group: 'cert-manager.io' },
    issuerName: name,
    notBefore: slice.notBefore,
    notAfter: slice.notAfter,
    renewalTime: isoOf(lifetime.renewal),
    revision: slice.revision,
    issuing: isIssuing,
    issuingSince: isIssuing ? issuing?.lastTransitionTime : undefined,
    usualMinutes: view.usualTime / MINUTE,
    failedAttempts: attempts.failed,
    lastFailureTime: slice.lastFailureTime,
    nextAttemptAt: isoOf(attempts.next),
    attemptsLeft: attempts.left,
    attemptsTotal: attempts.total,
    retryAfter:
      cause?.code === 'certificate.acme.rate-limited'
        ? retryAfter(cause.says)
        : undefined,
    dnsZone: dnsZoneOf(slice),
  };
}
