import { ObjectRef } from '@slipway/backstage-plugin-fleet-common';
import { CertificateView } from '../subject/CertificateView';
import { condition } from '../subject/conditions';
import { conditionWords } from '../subject/conditionWords';
import { refOf } from '../subject/refOf';

/** The deepest object of the walk that exists, and what it says. */
export function deepestStep(view: CertificateView): {
  evidence: ObjectRef;
  says: string;
} {
  const { walk, ref, certificate, issuing, ready } = view;
  const { request, order, challenges } = walk;
  const challenge =
    challenges.find(({ slice }) => slice.state !== 'valid') ?? challenges[0];
  const { cluster } = ref;
  if (challenge) {
    const { state, reason } = challenge.slice;
    return {
      evidence: refOf(cluster, challenge.row),
      says: reason ?? `state: ${state}`,
    };
  }
  if (order) {
    const { state, reason } = order.slice;
    return {
      evidence: refOf(cluster, order.row),
      says: reason ?? `state: ${state ?? 'none yet'}`,
    };
  }
  const requestReady = request && condition(request.slice.conditions, 'Ready');
  if (request) {
    return {
      evidence: refOf(cluster, request.row),
      says: requestReady ? conditionWords(requestReady) : 'No condition yet',
    };
  }
  const words = issuing ?? ready;
  return {
    evidence: refOf(cluster, certificate.row),
    says: words ? conditionWords(words) : 'No condition yet',
  };
}
