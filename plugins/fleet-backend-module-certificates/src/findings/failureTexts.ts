import { ObjectRef } from '@slipway/backstage-plugin-fleet-common';
import { CertificateView } from '../subject/CertificateView';
import { condition } from '../subject/conditions';
import { refOf } from '../subject/refOf';

/** What an object says of a failed attempt. */
export interface FailureText {
  text: string;
  evidence: ObjectRef;
  since?: string;
}

/** What the objects of a failed attempt say, deepest first. */
export function failureTexts(view: CertificateView): FailureText[] {
  const { walk, hasFailed, issuing, certificate, ref } = view;
  const { request, order } = walk;
  const texts: FailureText[] = [];
  if (order?.slice.reason) {
    texts.push({
      text: order.slice.reason,
      evidence: refOf(ref.cluster, order.row),
      since: order.slice.failureTime,
    });
  }
  const requestReady = request && condition(request.slice.conditions, 'Ready');
  if (request && requestReady?.reason === 'Failed' && requestReady.message) {
    texts.push({
      text: requestReady.message,
      evidence: refOf(ref.cluster, request.row),
      since: request.slice.failureTime ?? requestReady.lastTransitionTime,
    });
  }
  if (hasFailed && issuing?.message) {
    texts.push({
      text: issuing.message,
      evidence: refOf(ref.cluster, certificate.row),
      since: issuing.lastTransitionTime,
    });
  }
  return texts;
}
