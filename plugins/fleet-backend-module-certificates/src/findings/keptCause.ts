import { CertificateView } from '../subject/CertificateView';
import { Cause } from './Cause';

/** What the last attempt failed of, while the next shows nothing yet. */
export function keptCause(view: CertificateView): Cause | undefined {
  const kept = view.memory?.lastCause;
  const { slice, row } = view.certificate;
  if (
    !kept ||
    slice.lastFailureTime === undefined ||
    kept.revision !== (slice.revision ?? 0) ||
    kept.generation !== row.generation
  ) {
    return undefined;
  }
  const { revision, generation, ...cause } = kept;
  return cause;
}
