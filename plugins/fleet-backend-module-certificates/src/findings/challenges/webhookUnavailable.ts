import { formatRoot } from '@slipway/backstage-plugin-fleet-common';
import { API_SERVICES } from '../../resourceIds';
import { ApiServiceSlice, ChallengeSlice } from '../../slices';
import { CertificateView } from '../../subject/CertificateView';
import { condition } from '../../subject/conditions';
import { conditionWords } from '../../subject/conditionWords';
import { refOf } from '../../subject/refOf';
import { Seen, seen } from '../../subject/Seen';
import { isWebhookTrouble } from '../../texts/isWebhookTrouble';
import { Cause } from '../Cause';

const code = 'certificate.dns01.webhook-unavailable';

/** The webhook that writes DNS records does not run. */
export function webhookUnavailable(
  view: CertificateView,
  { row, slice }: Seen<ChallengeSlice>,
): Cause | undefined {
  const { webhookGroup } = slice.solver;
  if (slice.type !== 'DNS-01' || webhookGroup === undefined) {
    return undefined;
  }
  const { read, source, ref } = view;
  const name = `v1alpha1.${webhookGroup}`;
  const service = seen<ApiServiceSlice>(
    read.row(source, API_SERVICES, '', name),
  );
  const scope = ref.cluster;
  const serviceRef = { scope, kind: 'APIService', namespace: '', name };
  const root = formatRoot(serviceRef);
  const available = service && condition(service.slice.conditions, 'Available');
  if (available && available.status !== 'True') {
    return {
      code,
      evidence: serviceRef,
      says: conditionWords(available),
      root,
      since: available.lastTransitionTime,
    };
  }
  return isWebhookTrouble(slice.reason ?? '')
    ? {
        code,
        evidence: refOf(scope, row),
        says: slice.reason ?? '',
        root,
        since: row.createdAt,
      }
    : undefined;
}
