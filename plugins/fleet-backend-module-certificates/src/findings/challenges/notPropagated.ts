import { ChallengeSlice } from '../../slices';
import { CertificateView } from '../../subject/CertificateView';
import { refOf } from '../../subject/refOf';
import { Seen } from '../../subject/Seen';
import { zoneRoot } from '../../subject/zoneRoot';
import { Cause } from '../Cause';

const NOT_YET = /not yet propagated\W*$/i;

/** The record was written, but the zone's nameservers do not show it. */
export function notPropagated(
  view: CertificateView,
  { row, slice }: Seen<ChallengeSlice>,
): Cause | undefined {
  const { type, state, presented, reason = '' } = slice;
  if (
    type !== 'DNS-01' ||
    state !== 'pending' ||
    !presented ||
    view.isWithinUsualTime ||
    !NOT_YET.test(reason)
  ) {
    return undefined;
  }
  return {
    code: 'certificate.dns01.not-propagated',
    evidence: refOf(view.ref.cluster, row),
    says: reason,
    root: zoneRoot(view),
    since: row.createdAt,
  };
}
