import { parseDuration } from '../duration';
import { CertificateSpec } from '../types';

/** When a certificate is to be replaced: after two thirds of its life unless its Certificate says otherwise. */
export function renewalTime(
  spec: CertificateSpec,
  validity: { notBefore: Date; notAfter: Date },
): Date {
  const start = validity.notBefore.getTime();
  const end = validity.notAfter.getTime();
  const lifetime = end - start;
  const before =
    parseDuration(spec.renewBefore) ??
    (spec.renewBeforePercentage
      ? (lifetime * spec.renewBeforePercentage) / 100
      : undefined);
  const chosen =
    before !== undefined && before < lifetime ? before : lifetime / 3;
  return new Date(Math.floor((end - chosen) / 1000) * 1000);
}
