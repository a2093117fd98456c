import { CertificateItem } from '@slipway/backstage-plugin-certificates-common';
import {
  Finding,
  formatRoot,
  Status,
} from '@slipway/backstage-plugin-fleet-common';
import { detailOf } from './detailOf';
import { Cause } from './findings/Cause';
import { causeEntry } from './findings/causeEntry';
import { isOfAttempt } from './findings/isOfAttempt';
import { CertificateView } from './subject/CertificateView';
import { isoOf } from './subject/isoOf';
import { refOf } from './subject/refOf';

/** A cause in full, with its texts from the catalogue. */
export function findingOf(options: {
  view: CertificateView;
  cause: Cause;
  status: Status;
  previous?: CertificateItem;
}): Finding {
  const { view, cause, status, previous } = options;
  const { certificate, ref } = view;
  const { title, advice } = causeEntry(cause.code);
  const { code, evidence, says } = cause;
  return {
    cause: code,
    status,
    title,
    advice,
    says,
    evidence,
    root: cause.root ?? formatRoot(refOf(ref.cluster, certificate.row)),
    detail: detailOf(view, cause, status),
    since: sinceOf(view, cause, previous?.finding),
    until: status === 'at-risk' ? certificate.slice.notAfter : undefined,
  };
}

// Each attempt has new objects, but the failure is as old as the first of them.
function sinceOf(
  view: CertificateView,
  cause: Cause,
  known: Finding | undefined,
): string | undefined {
  return [
    cause.since,
    isOfAttempt(view, cause) ? isoOf(view.attempts.since) : undefined,
    known?.cause === cause.code ? known.since : undefined,
  ]
    .filter(time => time !== undefined)
    .sort()[0];
}
