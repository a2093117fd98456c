import { issuerKey } from '../issuers/issuerKey';
import { AcmeStep } from '../acme/AcmeRefusals';
import { namesKey } from '../acme/namesKey';
import { goTime } from '../goTime';
import { Certificate } from '../types';

/** A way in which the renewal of an ACME certificate can be refused from outside. */
export interface AcmeFault {
  name: string;
  /** For people who choose what to break. */
  description: string;
  step: AcmeStep;
  /** What is refused for a certificate: others with the same subject are hit too. */
  subjectsOf: (certificate: Certificate) => string[];
  /** What the ACME server or the DNS provider answers. */
  text: (options: { subject: string; now: Date }) => string;
}

/** Let's Encrypt gives back one certificate of a set of names every 34 hours. */
const REFILL_MS = 34 * 3_600_000;
const DESIGNATE = 'https://designate.sandbox.invalid';

/** Three people can mend in three places, and one that passes by itself. */
export const acmeFaults: AcmeFault[] = [
  {
    name: 'acme-account',
    description:
      "The ACME account of a certificate's issuer is deactivated, and its renewal is due.",
    step: 'account',
    subjectsOf: issuerOf,
    text: () =>
      '403 urn:ietf:params:acme:error:unauthorized: An account with the provided public key exists but is deactivated',
  },
  {
    name: 'dns-provider',
    description:
      "The DNS provider refuses the records of a certificate's issuer, and its renewal is due.",
    step: 'present',
    subjectsOf: issuerOf,
    text: () =>
      `failed to create record set: Request forbidden: [POST ${DESIGNATE}/v2/zones/6f1a2d9e-57c4-4d1b-9a0f-3d3c8f0d2b11/recordsets], error message: {"code": 403, "type": "forbidden", "message": "Forbidden", "request_id": "req-2f1f2f5e-9e0b-4f51-8d6e-6a9d9b3c7a54"}`,
  },
  {
    name: 'acme-validation',
    description:
      'The ACME server cannot validate the names of a certificate, whose renewal is due.',
    step: 'validate',
    subjectsOf: ({ spec }) =>
      (spec.dnsNames ?? []).map(name => name.replace(/^\*\./, '')),
    text: ({ subject }) =>
      `400 urn:ietf:params:acme:error:dns: During secondary validation: DNS problem: query timed out looking up CAA for ${subject}`,
  },
  {
    name: 'rate-limit',
    description:
      'The ACME server has issued for the names of a certificate too often, and its renewal is due.',
    step: 'order',
    subjectsOf: ({ spec }) => [namesKey(spec.dnsNames ?? [])],
    text: ({ now }) =>
      `429 urn:ietf:params:acme:error:rateLimited: too many certificates (5) already issued for this exact set of identifiers in the last 168h0m0s, retry after ${goTime(
        new Date(now.getTime() + REFILL_MS),
      ).replace(
        ' +0000',
        '',
      )}: see https://letsencrypt.org/docs/rate-limits/#new-certificates-per-exact-set-of-identifiers`,
  },
];

function issuerOf({ spec, metadata }: Certificate): string[] {
  return [issuerKey(spec.issuerRef, metadata.namespace)];
}
