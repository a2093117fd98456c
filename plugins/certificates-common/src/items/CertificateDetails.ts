import { CertificateIssuer } from './CertificateIssuer';

/**
 * What the page of certificates shows of one. Times are ISO.
 *
 * @public
 */
export interface CertificateDetails {
  /** DNS names, then IP addresses and URIs; its common name when it has none. */
  names: string[];
  /** The first of `names`, to sort by. */
  host: string;
  /** Name of the Secret that it fills. */
  secretName: string;
  /** Who signs it. */
  issuer: CertificateIssuer;
  /** Name of the issuer, to sort by. */
  issuerName: string;
  /** ISO time. */
  notBefore?: string;
  /** ISO time at which it expires. */
  notAfter?: string;
  /** When it is renewed: as cert-manager says, else after two thirds of its life. */
  renewalTime?: string;
  /** How often it has been issued. */
  revision?: number;
  /** Whether an issuance is under way. */
  issuing: boolean;
  /** ISO time since when an issuance is under way. */
  issuingSince?: string;
  /** Minutes that an issuance usually takes with this issuer. */
  usualMinutes: number;
  /** Failures in a row. */
  failedAttempts: number;
  /** ISO time of the last failed attempt. */
  lastFailureTime?: string;
  /** When it is tried again after a failure. */
  nextAttemptAt?: string;
  /** How many attempts fit in before it expires. */
  attemptsLeft?: number;
  /** How many there were when its renewal became due. */
  attemptsTotal?: number;
  /** Until when the certificate authority refuses, where it said so. */
  retryAfter?: string;
  /** The DNS zone that its challenges are answered in. */
  dnsZone?: string;
}
