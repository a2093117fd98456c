import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';

/** Where the moments of a certificate's life are, from 0 (issued) to 1 (expiry). */
export interface Lifetime {
  now: number;
  renewal?: number;
  /** `overdue`: the renewal should have happened. */
  phase: 'young' | 'overdue' | 'expired';
}

/** `undefined` for what was never issued. */
export function readLifetime(
  details: Pick<CertificateDetails, 'notBefore' | 'notAfter' | 'renewalTime'>,
  now: number,
): Lifetime | undefined {
  const start = Date.parse(details.notBefore ?? '');
  const end = Date.parse(details.notAfter ?? '');
  if (!(end > start)) {
    return undefined;
  }
  const place = (time: number) =>
    Math.min(1, Math.max(0, (time - start) / (end - start)));
  const renewal = Date.parse(details.renewalTime ?? '');
  return {
    now: place(now),
    renewal: Number.isNaN(renewal) ? undefined : place(renewal),
    phase: phaseAt(now, { renewal, end }),
  };
}

function phaseAt(now: number, life: { renewal: number; end: number }) {
  if (now >= life.end) {
    return 'expired';
  }
  return life.renewal <= now ? 'overdue' : 'young';
}
