import { formatRoot } from '@slipway/backstage-plugin-fleet-common';
import { ChallengeSlice } from '../../slices';
import { CertificateView } from '../../subject/CertificateView';
import { refOf } from '../../subject/refOf';
import { Seen } from '../../subject/Seen';
import { isProviderRefusal } from '../../texts/isProviderRefusal';
import { isWebhookTrouble } from '../../texts/isWebhookTrouble';
import { Cause } from '../Cause';

/** The DNS provider does not write the record; its credentials are the issuer's. */
export function presentRefused(
  view: CertificateView,
  { row, slice }: Seen<ChallengeSlice>,
): Cause | undefined {
  const { type, state, presented, reason = '', solver } = slice;
  const isWebhookAway =
    solver.webhookGroup !== undefined && isWebhookTrouble(reason);
  if (
    type !== 'DNS-01' ||
    state !== 'pending' ||
    presented ||
    isWebhookAway ||
    !isProviderRefusal(reason)
  ) {
    return undefined;
  }
  return {
    code: 'certificate.dns01.present-refused',
    evidence: refOf(view.ref.cluster, row),
    says: reason,
    root: formatRoot(view.issuer.ref),
    since: row.createdAt,
  };
}
