import { Cause } from './findings/Cause';
import { isOfAttempt } from './findings/isOfAttempt';
import { CertificateView } from './subject/CertificateView';
import { KeptCause } from './subject/KeptCause';
import { Memory } from './subject/Memory';

/** It says nothing that is worth keeping. */
const REASON_GONE = 'certificate.renewal.failing-but-still-valid';

/** What the next derivation of a Certificate must know of this one. */
export function remember(
  view: CertificateView,
  cause: Cause | undefined,
): Memory {
  return {
    settledGeneration: settledGeneration(view),
    revisions: view.revisions,
    lastCause: lastCause(view, cause),
  };
}

function settledGeneration({ certificate, ready, memory }: CertificateView) {
  const { generation } = certificate.row;
  return ready?.status === 'True' && ready.observedGeneration === generation
    ? generation
    : memory?.settledGeneration;
}

function lastCause(
  view: CertificateView,
  cause: Cause | undefined,
): KeptCause | undefined {
  const { certificate, memory } = view;
  const { revision = 0, lastFailureTime } = certificate.slice;
  if (lastFailureTime === undefined) {
    return undefined;
  }
  const { generation } = certificate.row;
  return cause && isOfAttempt(view, cause) && cause.code !== REASON_GONE
    ? { ...cause, revision, generation }
    : memory?.lastCause;
}
