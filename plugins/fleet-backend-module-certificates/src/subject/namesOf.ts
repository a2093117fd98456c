import { CertificateSlice } from '../slices';

/** What a certificate is for: its DNS names first. */
export function namesOf(slice: CertificateSlice): string[] {
  const { commonName, dnsNames, otherNames } = slice;
  const names = dnsNames.length > 0 || !commonName ? dnsNames : [commonName];
  return [...new Set([...names, ...otherNames])];
}
