import { CertificateItem } from '@slipway/backstage-plugin-certificates-common';
import { formatItemRef, ItemRef } from '@slipway/backstage-plugin-fleet-common';
import { Reader } from '@slipway/backstage-plugin-fleet-node/engine';
import { Cause } from './findings/Cause';
import { diagnose } from './findings/diagnose';
import { CertificateView } from './subject/CertificateView';
import { Moments } from './subject/Moments';
import { readMemory } from './subject/readMemory';
import { viewCertificate } from './subject/viewCertificate';

/** A Certificate as the rules see it; none when there is no such Certificate. */
export function openView(options: {
  ref: ItemRef;
  read: Reader;
  now: Date;
  previous?: CertificateItem;
}): CertificateView | undefined {
  const { ref, read, now, previous } = options;
  const moments = Moments.at(now);
  return viewCertificate({
    ref,
    read,
    moments,
    memory: readMemory(previous),
    causeOf: causeFinder({ read, moments, visited: [formatItemRef(ref)] }),
  });
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
    return view && diagnose(view).cause;
  };
}
