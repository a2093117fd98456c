import { CertificateItem } from '@slipway/backstage-plugin-certificates-common';
import {
  EvidenceStep,
  formatRoot,
} from '@slipway/backstage-plugin-fleet-common';
import { Reader } from '@slipway/backstage-plugin-fleet-node/engine';
import { openView } from './openView';
import { blame } from './steps/blame';
import { certificateStep } from './steps/certificateStep';
import { challengeStep } from './steps/challengeStep';
import { issuerStep } from './steps/issuerStep';
import { orderStep } from './steps/orderStep';
import { requestStep } from './steps/requestStep';

/** From a Certificate to what proves its cause, step by step. */
export function chain(
  item: CertificateItem,
  read: Reader,
  now: Date,
): EvidenceStep[] {
  const view = openView({ ref: item.ref, read, now, previous: item });
  if (!view) {
    return [];
  }
  const { request, order, challenges } = view.walk;
  const { cluster } = item.ref;
  const steps = [
    certificateStep(view),
    issuerStep(view),
    request && requestStep(cluster, request),
    order && orderStep(cluster, order),
    ...challenges.map(challenge => challengeStep(cluster, challenge)),
  ].filter(step => step !== undefined);
  return [...blame(steps, item.finding), ...evidenceStep(item, steps)];
}

/** What proves the cause beside the walk: a Deployment, a webhook, an Ingress. */
function evidenceStep(
  { finding, status }: CertificateItem,
  steps: EvidenceStep[],
): EvidenceStep[] {
  const isThere = steps.some(
    ({ object }) =>
      finding && formatRoot(object) === formatRoot(finding.evidence),
  );
  return finding && !isThere
    ? [
        {
          object: finding.evidence,
          title: finding.evidence.kind,
          state: status === 'unknown' ? 'unknown' : 'failed',
          says: finding.says,
          at: finding.since,
        },
      ]
    : [];
}
