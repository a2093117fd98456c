import { CertificateSlice } from '../slices';
import { dnsNamesOf } from './dnsNamesOf';

/** What a certificate is for: its DNS names first. */
export function namesOf(slice: CertificateSlice): string[] {
  return [...new Set([...dnsNamesOf(slice), ...slice.otherNames])];
}
