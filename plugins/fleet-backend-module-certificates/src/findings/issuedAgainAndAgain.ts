import { CertificateView } from '../subject/CertificateView';
import { hasSpecChanged } from '../subject/hasSpecChanged';
import { Cause } from './Cause';
import { overwriting } from './overwriting';
import { signOfReissuing } from './signOfReissuing';

/**
 * A Secret that is overwritten, seen between two issuances. Somebody who works
 * on the spec also has a certificate issued often.
 */
export function issuedAgainAndAgain(view: CertificateView): Cause | undefined {
  const sign = hasSpecChanged(view, undefined)
    ? undefined
    : signOfReissuing(view);
  return sign && overwriting(view, sign);
}
