import { Pod } from './types';

/** Whether the pod's Ready condition is true. */
export function isPodReady(pod: Pod): boolean {
  return readyCondition(pod)?.status === 'True';
}

/**
 * When the pod has been ready for `minReadySeconds`, in milliseconds from now: 0
 * or less if it is available already, `undefined` while it is not ready.
 */
export function availableInMs(
  pod: Pod,
  minReadySeconds: number,
  now: Date,
): number | undefined {
  const condition = readyCondition(pod);
  if (condition?.status !== 'True') {
    return undefined;
  }
  const since = Date.parse(condition.lastTransitionTime ?? '');
  return minReadySeconds === 0
    ? 0
    : since + minReadySeconds * 1000 - now.getTime();
}

/** Whether the pod can still run: neither finished nor being deleted. */
export function isPodActive(pod: Pod): boolean {
  return (
    pod.status?.phase !== 'Succeeded' &&
    pod.status?.phase !== 'Failed' &&
    !pod.metadata.deletionTimestamp
  );
}

function readyCondition(pod: Pod) {
  return pod.status?.conditions?.find(c => c.type === 'Ready');
}
