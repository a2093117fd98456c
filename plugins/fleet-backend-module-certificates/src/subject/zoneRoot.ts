import { formatRoot } from '@slipway/backstage-plugin-fleet-common';
import { CertificateView } from './CertificateView';
import { dnsZoneOf } from './dnsZoneOf';

/** The DNS zone as a root. Names without one are their Certificate's own matter. */
export function zoneRoot({ certificate }: CertificateView): string | undefined {
  const name = dnsZoneOf(certificate.slice);
  return name === undefined
    ? undefined
    : formatRoot({ scope: 'dns', kind: 'Zone', namespace: '', name });
}
