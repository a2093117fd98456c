import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';

/** Which sentence answers how a certificate is. */
export type SentenceKey =
  | 'expired'
  | 'notIssued'
  | 'atRisk'
  | 'issuing'
  | 'issuingSoon'
  | 'issuingAgain'
  | 'unknown'
  | 'unknownAge'
  | 'valid'
  | 'validForever'
  | 'broken';

/** The clock decides, since a certificate can be past its end and still be called ready. */
export function chooseSentence(
  item: Pick<ServedItem<CertificateDetails>, 'status' | 'finding' | 'details'>,
  now: number,
): SentenceKey {
  const { status, finding, details } = item;
  const { notAfter, renewalTime } = details;

  if (status === 'unknown') {
    return notAfter ? 'unknown' : 'unknownAge';
  }
  if (notAfter && Date.parse(notAfter) <= now) {
    return 'expired';
  }
  switch (status) {
    case 'progressing':
      if (notAfter) {
        return 'issuingAgain';
      }
      return details.issuingSince ? 'issuing' : 'issuingSoon';
    case 'at-risk':
      return finding?.until ? 'atRisk' : 'broken';
    case 'healthy':
      return notAfter && renewalTime ? 'valid' : 'validForever';
    default:
      return notAfter ? 'broken' : 'notIssued';
  }
}
