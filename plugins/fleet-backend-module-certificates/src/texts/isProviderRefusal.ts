import { isTransportFailure } from './isTransportFailure';
import { isZoneTrouble } from './isZoneTrouble';

// Looking for credentials in the cloud's metadata service ends in timeouts.
const NO_CREDENTIAL =
  /no (?:valid )?(?:EC2 IMDS role|credential|cloudflare credential)|NoCredentialProviders|failed to refresh cached credentials|secrets? "[^"]*" (?:not found|is forbidden)|not found in secret|no (?:key|data)\b.* in secret|credentials? (?:missing|not found)|(?:missing|empty) .*credentials?/i;
// What passes by itself: a provider that is busy, out of order or out of reach.
const PASSES =
  /throttl|rate exceeded|rate.?limit|too many requests|\b(?:408|429)\b|\b50[0-9]\b|internal ?server ?error|bad gateway|gateway time-?out|time limit exceeded|PriorRequestNotComplete/i;
const WAITING = /^waiting for /i;

/**
 * Whether a text, in which a DNS-01 solver says why it wrote no record, is a
 * refusal: of the provider, or for want of a credential. Providers say it in so
 * many words that only what is none can be listed.
 */
export function isProviderRefusal(text: string): boolean {
  if (text === '' || WAITING.test(text) || isZoneTrouble(text)) {
    return false;
  }
  if (NO_CREDENTIAL.test(text) || /server replied:/i.test(text)) {
    return true;
  }
  return !PASSES.test(text) && !isTransportFailure(text);
}
