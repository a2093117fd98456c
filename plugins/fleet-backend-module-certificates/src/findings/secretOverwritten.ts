import { CertificateView } from '../subject/CertificateView';
import { conditionWords } from '../subject/conditionWords';
import { claimsOf } from '../subject/claimsOf';
import { hasSpecChanged } from '../subject/hasSpecChanged';
import { Cause } from './Cause';
import { overwriting, OverwritingSign } from './overwriting';
import { signOfReissuing } from './signOfReissuing';

const NOT_AS_ISSUED = [
  'MissingData',
  'InvalidKeyPair',
  'InvalidCertificate',
  'SecretMismatch',
  'IncorrectIssuer',
  'IncorrectCertificate',
];

/** Something else writes the Secret, so what was issued does not stay in it. */
export function secretOverwritten(view: CertificateView): Cause | undefined {
  const sign = mismatch(view) ?? signOfReissuing(view);
  return sign && overwriting(view, sign);
}

function mismatch(view: CertificateView): OverwritingSign | undefined {
  const { ready, issuing, isIssuing } = view;
  if (claimsOf(view).claimants.length !== 1) {
    return undefined;
  }
  const found = [
    ready?.status === 'False' ? ready : undefined,
    isIssuing ? issuing : undefined,
  ].find(condition => NOT_AS_ISSUED.includes(condition?.reason ?? ''));
  return found && !hasSpecChanged(view, found.lastTransitionTime)
    ? { says: conditionWords(found), since: found.lastTransitionTime }
    : undefined;
}
