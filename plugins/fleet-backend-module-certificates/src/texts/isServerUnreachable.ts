import { acmeAnswer } from './acmeAnswer';
import { isTransportFailure } from './isTransportFailure';

/**
 * Whether an ACME server did not answer, or with a failure of its own. What it
 * did answer may quote timeouts of its own checks.
 */
export function isServerUnreachable(text: string): boolean {
  const answer = acmeAnswer(text);
  return answer ? answer.status >= 500 : isTransportFailure(text);
}
