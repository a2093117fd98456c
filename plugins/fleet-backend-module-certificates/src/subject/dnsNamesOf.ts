import { CertificateSlice } from '../slices';

/** The DNS names of a certificate; the common name where there is no other. */
export function dnsNamesOf({ dnsNames, commonName }: CertificateSlice) {
  return dnsNames.length > 0 || !commonName
    ? [...new Set(dnsNames)]
    : [commonName];
}
