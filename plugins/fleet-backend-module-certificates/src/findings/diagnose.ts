import { CertificateView } from '../subject/CertificateView';
import { Cause } from './Cause';
import { caExpired } from './caExpired';
import { challengeStuck } from './challengeStuck';
import { clusterUnreachable } from './clusterUnreachable';
import { controllerNotRunning } from './controllerNotRunning';
import { FindingStep } from './FindingStep';
import { inProgress } from './inProgress';
import { issuedAgainAndAgain } from './issuedAgainAndAgain';
import { issuerBroken } from './issuerBroken';
import { keptCause } from './keptCause';
import { kindOfCause } from './kindOfCause';
import { orderRefused } from './orderRefused';
import { reasonGone } from './reasonGone';
import { renewalDisabled } from './renewalDisabled';
import { requestRefused } from './requestRefused';
import { secretOverwritten } from './secretOverwritten';
import { sharedSecret } from './sharedSecret';

/** Asked of every certificate, also of one that is not due. */
const ALWAYS: FindingStep[] = [
  clusterUnreachable,
  sharedSecret,
  caExpired,
  renewalDisabled,
];

/** The order of CAUSES-certificates.md: the first that holds is the cause. */
const WHEN_DUE: FindingStep[] = [
  controllerNotRunning,
  issuerBroken,
  requestRefused,
  orderRefused,
  challengeStuck,
  secretOverwritten,
];

const OTHERWISE: FindingStep[] = [keptCause, inProgress, reasonGone];

/** The deepest true cause of what is wrong with a Certificate. */
export function diagnose(view: CertificateView): Cause | undefined {
  const always = firstOf(ALWAYS, view);
  if (always || !view.isDue) {
    return always ?? issuedAgainAndAgain(view);
  }
  return (
    firstOf(WHEN_DUE, view, cause => !isPassing(view, cause)) ??
    firstOf(OTHERWISE, view)
  );
}

function firstOf(
  steps: FindingStep[],
  view: CertificateView,
  isKept: (cause: Cause) => boolean = () => true,
): Cause | undefined {
  for (const step of steps) {
    const cause = step(view);
    if (cause && isKept(cause)) {
      return cause;
    }
  }
  return undefined;
}

/** A first issuance may stumble for its usual time before anybody hears of it. */
function isPassing(view: CertificateView, cause: Cause): boolean {
  return (
    view.isFirstIssuance &&
    view.isWithinUsualTime &&
    kindOfCause(cause) === 'may-pass'
  );
}
