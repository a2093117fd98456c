import { KubernetesObject } from '../../client';
import { appliedFields } from './appliedFields';
import { mergeThreeWay } from './mergeThreeWay';

/** What a live object becomes when the target is applied as `kubectl apply` does. */
export function predictLive(
  target: KubernetesObject,
  live: KubernetesObject,
): KubernetesObject {
  const { status, metadata, ...content } = target;
  // Status is the controllers'; null is what generators write for no time yet.
  const { status: appliedStatus, ...original } = appliedFields(live);
  const { creationTimestamp, ...named } = metadata;
  const merged = mergeThreeWay({
    original,
    target: { ...content, metadata: named },
    live,
  }) as KubernetesObject;
  return { ...merged, apiVersion: live.apiVersion };
}
