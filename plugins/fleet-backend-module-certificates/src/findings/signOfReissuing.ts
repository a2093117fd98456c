import { REQUESTS } from '../resourceIds';
import { RequestSlice } from '../slices';
import { allSeen } from '../subject/allSeen';
import { CertificateView } from '../subject/CertificateView';
import { DAY, HOUR } from '../subject/durations';
import { millis } from '../subject/millis';
import { OverwritingSign } from './overwriting';

/** That a certificate was issued three times within an hour. */
export function signOfReissuing(
  view: CertificateView,
): OverwritingSign | undefined {
  return oftenRequested(view) ?? oftenIssued(view);
}

function oftenRequested(view: CertificateView): OverwritingSign | undefined {
  const { certificate, read, source, moments, isDue } = view;
  // Between two issuances it holds until it stops.
  const age = isDue ? DAY : HOUR;
  const byRevision = new Map<number, number>();
  const requests = certificate.row.uid
    ? read.rowsByOwner(source, REQUESTS, certificate.row.uid)
    : [];
  for (const { row, slice } of allSeen<RequestSlice>(requests)) {
    const created = millis(row.createdAt);
    if (
      slice.revision !== undefined &&
      created !== undefined &&
      !moments.hasCome(created + age)
    ) {
      byRevision.set(slice.revision, created);
    }
  }
  const times = [...byRevision.values()].sort((a, b) => a - b);
  const third = times.findIndex(
    (time, index) => index >= 2 && time - times[index - 2] <= HOUR,
  );
  return third < 0
    ? undefined
    : {
        says: `Revisions ${[...byRevision.keys()]
          .sort((a, b) => a - b)
          .join(', ')} were requested within an hour`,
        since: new Date(times[third - 2]).toISOString(),
      };
}

function oftenIssued({
  certificate,
  revisions,
}: CertificateView): OverwritingSign | undefined {
  const [first, ...later] = revisions;
  const unexpected = later.filter(({ isExpected }) => !isExpected);
  return unexpected.length >= 3
    ? {
        says: `status.revision: ${certificate.slice.revision}, an hour ago ${first.revision}`,
        since: unexpected[0].at,
      }
    : undefined;
}
