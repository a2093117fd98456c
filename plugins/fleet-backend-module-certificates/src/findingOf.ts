import { CertificateItem } from '@slipway/backstage-plugin-certificates-common';
import {
  Finding,
  formatRoot,
  Status,
} from '@slipway/backstage-plugin-fleet-common';
import { detailOf } from './detailOf';
import { Cause } from './findings/Cause';
import { causeEntry } from './findings/causeEntry';
import { CertificateView } from './subject/CertificateView';
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
    since: earlier(cause, previous?.finding),
    until: status === 'at-risk' ? certificate.slice.notAfter : undefined,
  };
}

// Each attempt has new objects, but the failure is as old as the first of them.
function earlier(
  { code, since }: Cause,
  known: Finding | undefined,
): string | undefined {
  const before = known?.cause === code ? known.since : undefined;
  return before !== undefined && (since === undefined || before < since)
    ? before
    : since;
}
