import {
  CertificateCause,
  CertificateItem,
} from '@slipway/backstage-plugin-certificates-common';
import { OperationCheck } from '@slipway/backstage-plugin-fleet-node/engine';
import { causeEntry } from '../findings/causeEntry';
import { isCaaRefusal } from '../texts/isCaaRefusal';
import { formatTime } from '../texts/formatTime';

/** Only a person can mend these, and renewing is what that person does. */
const MENDED_BY_RENEWING: CertificateCause[] = [
  'certificate.expired',
  'certificate.renewal.disabled',
];

/** Whether renewing a certificate by hand would help now. */
export function checkRenewal(item: CertificateItem, now: Date): OperationCheck {
  const reason = whyNot(item, now);
  if (reason) {
    return { outcome: 'refused', reason };
  }
  const { names, issuerName } = item.details;
  return {
    outcome: 'allowed',
    effect: `cert-manager orders a new certificate for ${names.join(
      ', ',
    )} from ${issuerName} now. The present one is served until the new one is there.`,
    cost: costOf(item),
  };
}

function whyNot({ details, finding }: CertificateItem, now: Date) {
  const { issuing, issuingSince, retryAfter, issuerName } = details;
  if (finding?.cause === 'certificate.cluster.unreachable') {
    return 'The cluster does not answer.';
  }
  if (issuing) {
    const since = issuingSince ? ` since ${formatTime(issuingSince)}` : '';
    return `An issuance is under way${since}; a second one would change nothing.`;
  }
  if (retryAfter && Date.parse(retryAfter) > now.getTime()) {
    return `${issuerName} refuses until ${formatTime(
      retryAfter,
    )}; each try before makes it worse.`;
  }
  return finding && isForPersons(finding)
    ? `It would fail again: ${finding.title}. ${finding.advice}`
    : undefined;
}

function isForPersons({ cause, says }: { cause: string; says: string }) {
  const code = cause as CertificateCause;
  return (
    (causeEntry(code).kind === 'person' || isCaaRefusal(says)) &&
    !MENDED_BY_RENEWING.includes(code)
  );
}

function costOf({ details }: CertificateItem): string {
  const { attemptsLeft, failedAttempts } = details;
  const left =
    failedAttempts > 0 && attemptsLeft !== undefined
      ? ` ${attemptsLeft} automatic ${
          attemptsLeft === 1 ? 'attempt is' : 'attempts are'
        } left.`
      : '';
  return `It counts against the limits of the certificate authority: with Let's Encrypt 5 certificates for the same names in 7 days, and 5 failed validations of a name an hour.${left}`;
}
