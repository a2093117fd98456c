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

/** What is wrong with a Certificate: the deepest true cause, and what is beside it. */
export interface Diagnosis {
  cause?: Cause;
  beside: Cause[];
}

/** Asks for all causes, in order. */
export function diagnose(view: CertificateView): Diagnosis {
  const always = causesOf(ALWAYS, view)[0];
  if (always || !view.isDue) {
    return { cause: always ?? issuedAgainAndAgain(view), beside: [] };
  }
  const [cause, ...beside] = causesOf(WHEN_DUE, view).filter(
    found => !isPassing(view, found),
  );
  return { cause: cause ?? causesOf(OTHERWISE, view)[0], beside };
}

function causesOf(steps: FindingStep[], view: CertificateView): Cause[] {
  return steps.flatMap(step => step(view) ?? []);
}

/** A first issuance may stumble for its usual time before anybody hears of it. */
function isPassing(view: CertificateView, cause: Cause): boolean {
  return (
    view.isFirstIssuance &&
    view.isWithinUsualTime &&
    kindOfCause(cause) === 'may-pass'
  );
}
