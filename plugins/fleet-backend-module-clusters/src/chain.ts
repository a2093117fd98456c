import { ClusterItem } from '@slipway/backstage-plugin-clusters-common';
import {
  EvidenceStep,
  formatRoot,
} from '@slipway/backstage-plugin-fleet-common';
import { Reader } from '@slipway/backstage-plugin-fleet-node/engine';
import { apiStep } from './steps/apiStep';
import { clusterStep } from './steps/clusterStep';
import { nodeGroupStep } from './steps/nodeGroupStep';
import { registrationStep } from './steps/registrationStep';
import { templateStep } from './steps/templateStep';
import { Moments } from './subject/Moments';
import { viewMagnum } from './subject/viewMagnum';

/** From a cluster to what proves its cause, step by step. */
export function chain(
  item: ClusterItem,
  read: Reader,
  now: Date,
): EvidenceStep[] {
  const view = viewMagnum({ ref: item.ref, read, moments: Moments.at(now) });
  const steps = view
    ? [
        clusterStep(view),
        ...view.nodeGroups.map(group => nodeGroupStep(view, group)),
        templateStep(view),
        apiStep(view),
        registrationStep(view),
      ].filter(step => step !== undefined)
    : [];
  return [...blame(steps, item), ...evidenceStep(item, steps)];
}

/** The step that proves the cause says what the finding says. */
function blame(
  steps: EvidenceStep[],
  { finding }: ClusterItem,
): EvidenceStep[] {
  if (!finding) {
    return steps;
  }
  const state = stateOf(finding.status);
  // The cluster proves it, but is well: what is missing is a step of its own.
  if (finding.cause === 'cluster.registration.not-in-argocd') {
    return steps.map(step =>
      step.object.kind === 'Registration' ? { ...step, state } : step,
    );
  }
  const proof = steps.find(step => isEvidence(step, finding.evidence));
  return steps.map(step =>
    step === proof ? { ...step, state, says: finding.says } : step,
  );
}

/** What proves the cause beside these steps: Magnum itself, a Secret, an Application. */
function evidenceStep(
  { finding }: ClusterItem,
  steps: EvidenceStep[],
): EvidenceStep[] {
  return finding && !steps.some(step => isEvidence(step, finding.evidence))
    ? [
        {
          object: finding.evidence,
          title: finding.evidence.kind,
          state: stateOf(finding.status),
          says: finding.says,
          at: finding.since,
        },
      ]
    : [];
}

function isEvidence(
  { object }: EvidenceStep,
  evidence: EvidenceStep['object'],
): boolean {
  return formatRoot(object) === formatRoot(evidence);
}

function stateOf(status: ClusterItem['status']) {
  return status === 'unknown' ? 'unknown' : 'failed';
}
