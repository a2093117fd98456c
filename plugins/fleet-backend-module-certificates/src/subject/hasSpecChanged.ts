import { CertificateView } from './CertificateView';
import { MINUTE } from './durations';
import { millis } from './millis';

/**
 * Whether the spec may have changed, and a condition be about that: cert-manager
 * gives the same reasons for it as for a Secret that somebody overwrote.
 */
export function hasSpecChanged(
  { certificate, memory }: CertificateView,
  since: string | undefined,
): boolean {
  const { row, slice } = certificate;
  if (row.generation === 1) {
    return false;
  }
  if (row.generation === undefined) {
    return true;
  }
  if (memory?.settledGeneration === row.generation) {
    return false;
  }
  const edited = millis(slice.edited?.at);
  const begun = millis(since);
  return !(
    edited !== undefined &&
    begun !== undefined &&
    edited < begun - MINUTE
  );
}
