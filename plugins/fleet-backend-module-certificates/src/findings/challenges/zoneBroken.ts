import { ChallengeSlice } from '../../slices';
import { CertificateView } from '../../subject/CertificateView';
import { refOf } from '../../subject/refOf';
import { Seen } from '../../subject/Seen';
import { zoneRoot } from '../../subject/zoneRoot';
import { isZoneTrouble } from '../../texts/isZoneTrouble';
import { Cause } from '../Cause';

/** The nameservers of the zone do not answer as they should. */
export function zoneBroken(
  view: CertificateView,
  { row, slice }: Seen<ChallengeSlice>,
): Cause | undefined {
  const { type, state, reason = '' } = slice;
  if (type !== 'DNS-01' || state !== 'pending' || !isZoneTrouble(reason)) {
    return undefined;
  }
  return {
    code: 'certificate.dns01.zone-broken',
    evidence: refOf(view.ref.cluster, row),
    says: reason,
    root: zoneRoot(view),
    since: row.createdAt,
  };
}
