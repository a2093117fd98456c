import { ChallengeSlice } from '../slices';
import { CertificateView } from '../subject/CertificateView';
import { Seen } from '../subject/Seen';
import { Cause } from './Cause';
import { notPropagated } from './challenges/notPropagated';
import { presentRefused } from './challenges/presentRefused';
import { selfCheckFailing } from './challenges/selfCheckFailing';
import { solverRefused } from './challenges/solverRefused';
import { validationFailed } from './challenges/validationFailed';
import { webhookUnavailable } from './challenges/webhookUnavailable';
import { zoneBroken } from './challenges/zoneBroken';

/** A cause that one Challenge shows. */
type ChallengeFinding = (
  view: CertificateView,
  challenge: Seen<ChallengeSlice>,
) => Cause | undefined;

const STEPS: ChallengeFinding[] = [
  webhookUnavailable,
  solverRefused,
  presentRefused,
  zoneBroken,
];
const LAST_STEPS: ChallengeFinding[] = [notPropagated, selfCheckFailing];

/** A name cannot be proved: the first cause of the list that any Challenge shows. */
export function challengeStuck(view: CertificateView): Cause | undefined {
  return (
    firstOf(view, STEPS) ?? validationFailed(view) ?? firstOf(view, LAST_STEPS)
  );
}

function firstOf(
  view: CertificateView,
  steps: ChallengeFinding[],
): Cause | undefined {
  const challenges = view.walk.challenges.filter(
    ({ slice }) => slice.state !== 'valid',
  );
  for (const step of steps) {
    for (const challenge of challenges) {
      const cause = step(view, challenge);
      if (cause) {
        return cause;
      }
    }
  }
  return undefined;
}
