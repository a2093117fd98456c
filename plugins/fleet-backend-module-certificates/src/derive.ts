import { CertificateItem } from '@slipway/backstage-plugin-certificates-common';
import { formatItemRef, ItemRef } from '@slipway/backstage-plugin-fleet-common';
import { Reader } from '@slipway/backstage-plugin-fleet-node';
import { detailsOf } from './detailsOf';
import { findingOf } from './findingOf';
import { Cause } from './findings/Cause';
import { diagnose } from './findings/diagnose';
import { remember } from './remember';
import { statusOf } from './status';
import { Moments } from './subject/Moments';
import { readMemory } from './subject/readMemory';
import { refOf } from './subject/refOf';
import { viewCertificate } from './subject/viewCertificate';

/** A Certificate with its diagnosis; none when there is no such Certificate. */
export function derive(
  ref: ItemRef,
  read: Reader,
  now: Date,
  previous?: CertificateItem,
): CertificateItem | undefined {
  const moments = Moments.at(now);
  const view = viewCertificate({
    ref,
    read,
    moments,
    memory: readMemory(previous),
    causeOf: causeFinder({ read, moments, visited: [formatItemRef(ref)] }),
  });
  if (!view) {
    return undefined;
  }
  const cause = diagnose(view);
  const status = statusOf(view, cause);
  const details = detailsOf(view, cause);
  return {
    ref,
    status,
    finding: cause && findingOf({ view, cause, status, previous }),
    object: refOf(ref.cluster, view.certificate.row),
    impact: details.names,
    details,
    bindings: view.certificate.row.labels,
    memory: { ...remember(view, cause) },
    revisitAt: moments.next,
  };
}

/** Looks at CAs, and at what signed those, but at none twice. */
function causeFinder(options: {
  read: Reader;
  moments: Moments;
  visited: string[];
}): (other: ItemRef) => Cause | undefined {
  const { read, moments, visited } = options;
  return other => {
    const id = formatItemRef(other);
    const view = visited.includes(id)
      ? undefined
      : viewCertificate({
          ref: other,
          read,
          moments,
          causeOf: causeFinder({ read, moments, visited: [...visited, id] }),
        });
    return view && diagnose(view);
  };
}
