import { parseDuration } from '../duration';

const DEFAULT_MS = 90 * 24 * 3_600_000;
/** Clocks differ; a certificate from this second would be refused by some. */
const BACKDATED_MS = 60_000;

/** From when until when a new certificate is valid: 90 days unless asked otherwise. */
export function validityOf(
  duration: string | undefined,
  now: Date,
): { notBefore: Date; notAfter: Date } {
  const start = now.getTime() - BACKDATED_MS;
  return {
    notBefore: new Date(start),
    notAfter: new Date(start + (parseDuration(duration) ?? DEFAULT_MS)),
  };
}
