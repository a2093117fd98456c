import { Status } from '@slipway/backstage-plugin-fleet-common';
import { Cause } from './findings/Cause';
import { causeEntry } from './findings/causeEntry';
import { kindOfCause } from './findings/kindOfCause';
import { CertificateView } from './subject/CertificateView';
import { namesOf } from './subject/namesOf';
import { secretOwner } from './subject/secretOwner';

/** Valid, but the spec now asks for something else. */
const ASKS_FOR_ELSE = [
  'RequestChanged',
  'SecretMismatch',
  'IncorrectIssuer',
  'IncorrectCertificate',
];

/** How a Certificate is, by the rules of CAUSES-certificates.md. */
export function statusOf(
  view: CertificateView,
  cause: Cause | undefined,
): Status {
  if (!cause) {
    return 'healthy';
  }
  switch (cause.code) {
    case 'certificate.cluster.unreachable':
      return 'unknown';
    case 'certificate.issuer.ca-expired':
      return 'failing';
    case 'certificate.secret.shared-by-two':
      return isMissingNames(view) ? 'failing' : 'degraded';
    case 'certificate.secret.overwritten':
      return view.isValid ? 'degraded' : 'failing';
    default:
  }
  if (view.isValid) {
    return statusWhileValid(view, cause);
  }
  return isFirstTry(view, cause) ? 'progressing' : 'failing';
}

/** Under way for the first time, and nobody has waited longer than usual. */
function isFirstTry(view: CertificateView, cause: Cause): boolean {
  return (
    view.isFirstIssuance &&
    cause.code === 'certificate.issuance.in-progress' &&
    kindOfCause(cause) === undefined
  );
}

function statusWhileValid(view: CertificateView, cause: Cause): Status {
  const kind = kindOfCause(cause);
  if (kind === undefined || (kind === 'may-pass' && hasTime(view))) {
    return 'progressing';
  }
  const isElse =
    view.ready?.status === 'False' &&
    ASKS_FOR_ELSE.includes(view.ready.reason ?? '');
  return isElse && causeEntry(cause.code).status.includes('degraded')
    ? 'degraded'
    : 'at-risk';
}

/** Early in the window for renewals, with most attempts left. */
function hasTime({ lifetime, attempts, moments }: CertificateView): boolean {
  const { renewal, window } = lifetime;
  const { total, left } = attempts;
  return (
    renewal !== undefined &&
    window !== undefined &&
    total !== undefined &&
    left !== undefined &&
    !moments.hasCome(renewal + window / 10) &&
    left >= total / 2
  );
}

function isMissingNames({ certificate, read, source, ref }: CertificateView) {
  const { namespace } = ref;
  const { secretName = '' } = certificate.slice;
  const { owner } = secretOwner({ read, source, namespace, secretName });
  const served = new Set(
    owner && namesOf(owner.slice).map(name => name.toLowerCase()),
  );
  return namesOf(certificate.slice).some(
    name => !served.has(name.toLowerCase()),
  );
}
