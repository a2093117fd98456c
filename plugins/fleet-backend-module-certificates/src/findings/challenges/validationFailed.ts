import { CertificateView } from '../../subject/CertificateView';
import { refOf } from '../../subject/refOf';
import { isAuthorizationError } from '../../texts/isAuthorizationError';
import { isCaaRefusal } from '../../texts/isCaaRefusal';
import { Cause } from '../Cause';
import { FailureText, failureTexts } from '../failureTexts';

const FAILED = ['invalid', 'expired', 'errored'];

/** The certificate authority looked and did not find the answer. */
export function validationFailed(view: CertificateView): Cause | undefined {
  const failed = failedChallenges(view);
  // Of several names the one that only a person can mend says more.
  const words = failed.find(({ text }) => isCaaRefusal(text)) ?? failed[0];
  return (
    words && {
      code: 'certificate.acme.validation-failed',
      evidence: words.evidence,
      says: words.text,
      since: words.since,
      kind: isCaaRefusal(words.text) ? 'person' : undefined,
    }
  );
}

function failedChallenges(view: CertificateView): FailureText[] {
  const { walk, ref } = view;
  if (walk.challenges.length === 0) {
    const [copied] = failureTexts(view);
    return copied && isAuthorizationError(copied.text) ? [copied] : [];
  }
  return walk.challenges
    .filter(({ slice }) => FAILED.includes(slice.state))
    .map(({ row, slice }) => ({
      text: slice.reason ?? `state: ${slice.state}`,
      evidence: refOf(ref.cluster, row),
      since: walk.order?.slice.failureTime ?? row.createdAt,
    }));
}
