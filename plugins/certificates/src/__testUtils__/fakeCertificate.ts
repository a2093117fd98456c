import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { fakeItem } from '@slipway/backstage-plugin-fleet-react/testUtils';

const DAY_MS = 86_400_000;

/** ISO time so many days from now. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString();
}

/** Of a certificate in the first half of its life. */
export function fakeDetails(
  parts: Partial<CertificateDetails> = {},
): CertificateDetails {
  return {
    names: ['shop.example.org', 'www.shop.example.org'],
    host: 'shop.example.org',
    secretName: 'shop-tls',
    issuer: { kind: 'Issuer', name: 'letsencrypt', group: 'cert-manager.io' },
    issuerName: 'letsencrypt',
    notBefore: inDays(-30),
    notAfter: inDays(60),
    renewalTime: inDays(30),
    revision: 3,
    issuing: false,
    usualMinutes: 5,
    failedAttempts: 0,
    ...parts,
  };
}

/** A healthy certificate of the storefront's shop, unless said otherwise. */
export function fakeCertificate(
  name: string,
  parts: Partial<ServedItem<CertificateDetails>> = {},
): ServedItem<CertificateDetails> {
  const details = parts.details ?? fakeDetails({ host: `${name}.example.org` });
  return fakeItem<CertificateDetails>(name, {
    owner: 'group:default/storefront',
    impact: details.names,
    ...parts,
    details,
    ref: {
      domain: 'certificates',
      cluster: 'dev-1',
      namespace: 'shop-dev',
      name,
      ...parts.ref,
    },
  });
}
