import { CertificateItem } from '@slipway/backstage-plugin-certificates-common';
import { ItemRef } from '@slipway/backstage-plugin-fleet-common';
import { Reader } from '@slipway/backstage-plugin-fleet-node/engine';
import { detailsOf } from './detailsOf';
import { findingOf } from './findingOf';
import { Cause } from './findings/Cause';
import { diagnose } from './findings/diagnose';
import { openView } from './openView';
import { remember } from './remember';
import { statusOf } from './status';
import { bindingsOf } from './subject/bindingsOf';
import { CertificateView } from './subject/CertificateView';
import { dnsNamesOf } from './subject/dnsNamesOf';
import { refOf } from './subject/refOf';

/** A Certificate with its diagnosis; none when there is no such Certificate. */
export function derive(
  ref: ItemRef,
  read: Reader,
  now: Date,
  previous?: CertificateItem,
): CertificateItem | undefined {
  const view = openView({ ref, read, now, previous });
  if (!view) {
    return undefined;
  }
  const { cause, beside } = diagnose(view);
  const status = statusOf(view, cause);
  const details = detailsOf(view, cause);
  return {
    ref,
    status,
    finding: cause && findingOf({ view, cause, status, previous }),
    beside: besideOf(view, beside),
    object: refOf(ref.cluster, view.certificate.row),
    impact: dnsNamesOf(view.certificate.slice),
    details,
    bindings: bindingsOf(view.certificate.row),
    memory: { ...remember(view, cause) },
    revisitAt: view.moments.next,
  };
}

function besideOf(view: CertificateView, causes: Cause[]) {
  const findings = causes.map(cause =>
    findingOf({ view, cause, status: statusOf(view, cause) }),
  );
  return findings.length > 0 ? findings : undefined;
}
