import { CertificateSlice } from '../slices';

/** The zone of a certificate's first DNS name, as roots name it. */
export function dnsZoneOf(slice: CertificateSlice): string | undefined {
  const first = slice.dnsNames[0] ?? slice.commonName;
  const labels = first?.toLowerCase().replace(/^\*\./, '').split('.') ?? [];
  return labels.length === 0
    ? undefined
    : labels.slice(labels.length > 2 ? 1 : 0).join('.');
}
