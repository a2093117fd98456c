import { KubernetesObject } from '../../client';
import { LAST_APPLIED_ANNOTATION } from '../constants';
import { mergeThreeWay } from './mergeThreeWay';

/** What a live object becomes when the target is applied as `kubectl apply` does. */
export function predictLive(
  target: KubernetesObject,
  live: KubernetesObject,
): KubernetesObject {
  const { status, metadata, ...content } = target;
  // Status is the controllers'; null is what generators write for no time yet.
  const { status: appliedStatus, ...original } = lastApplied(live) ?? {};
  const { creationTimestamp, ...named } = metadata;
  const merged = mergeThreeWay({
    original,
    target: { ...content, metadata: named },
    live,
  }) as KubernetesObject;
  return { ...merged, apiVersion: live.apiVersion };
}

function lastApplied(
  live: KubernetesObject,
): Partial<KubernetesObject> | undefined {
  const text = live.metadata.annotations?.[LAST_APPLIED_ANNOTATION];
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
