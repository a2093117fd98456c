import { CertificateView } from '../subject/CertificateView';
import { refOf } from '../subject/refOf';
import { acmeAnswer } from '../texts/acmeAnswer';
import { isAuthorizationError } from '../texts/isAuthorizationError';
import { Cause } from './Cause';
import { copiedText } from './copiedText';
import { FailureText } from './failureTexts';
import { noSolver } from './noSolver';

const PROFILE = /\bprofiles?\b/i;

/** The certificate authority takes no order, or nobody can answer it. */
export function orderRefused(view: CertificateView): Cause | undefined {
  const unsolved = noSolver(view);
  const words = unsolved ? undefined : refusal(view);
  return unsolved ?? (words && judge(words));
}

function refusal(view: CertificateView): FailureText | undefined {
  const { order } = view.walk;
  if (!order) {
    return copiedText(view);
  }
  const { state, reason, failureTime } = order.slice;
  return state === 'errored' && reason
    ? {
        text: reason,
        evidence: refOf(view.ref.cluster, order.row),
        since: failureTime ?? order.row.createdAt,
      }
    : undefined;
}

function judge({
  text: says,
  evidence,
  since,
}: FailureText): Cause | undefined {
  const answer = acmeAnswer(says);
  if (answer?.status === 429 || answer?.problem === 'rateLimited') {
    return { code: 'certificate.acme.rate-limited', evidence, says, since };
  }
  const isRejected =
    (answer && answer.status >= 400 && answer.status < 500) ||
    (PROFILE.test(says) && /\border\b/i.test(says));
  return isRejected && !isAuthorizationError(says)
    ? { code: 'certificate.acme.order-rejected', evidence, says, since }
    : undefined;
}
