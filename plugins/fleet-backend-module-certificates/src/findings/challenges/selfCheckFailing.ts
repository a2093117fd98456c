import { ChallengeSlice } from '../../slices';
import { CertificateView } from '../../subject/CertificateView';
import { refOf } from '../../subject/refOf';
import { Seen } from '../../subject/Seen';
import { Cause } from '../Cause';

const SELF_CHECK = /^Waiting for HTTP-01 challenge propagation: /i;

/** cert-manager cannot fetch its own answer, so it never asks the authority. */
export function selfCheckFailing(
  view: CertificateView,
  { row, slice }: Seen<ChallengeSlice>,
): Cause | undefined {
  const { type, state, presented, reason = '' } = slice;
  if (
    type !== 'HTTP-01' ||
    state !== 'pending' ||
    !presented ||
    view.isWithinUsualTime ||
    !SELF_CHECK.test(reason)
  ) {
    return undefined;
  }
  return {
    code: 'certificate.http01.self-check-failing',
    evidence: refOf(view.ref.cluster, row),
    says: reason,
    since: row.createdAt,
  };
}
