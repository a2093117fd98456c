import { CertificateView } from '../subject/CertificateView';
import { Cause } from './Cause';

/** They go when the next attempt begins. */
const SHORT_LIVED = [
  'CertificateRequest',
  'Order',
  'Challenge',
  'Ingress',
  'HTTPRoute',
];

/** Whether a cause is what the last attempt failed of. */
export function isOfAttempt(
  { hasFailed, issuing }: CertificateView,
  { evidence, says }: Cause,
): boolean {
  return (
    hasFailed &&
    (SHORT_LIVED.includes(evidence.kind) || says === issuing?.message)
  );
}
