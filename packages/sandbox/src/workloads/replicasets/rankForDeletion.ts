import { isPodReady } from '../podReadiness';
import { Pod } from '../types';

const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';

/** The pods in the order in which Kubernetes would give them up. */
export function rankForDeletion(pods: Pod[]): Pod[] {
  return [...pods].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const different = left.findIndex((value, i) => value !== right[i]);
    return different < 0 ? 0 : left[different] - right[different];
  });
}

function rank(pod: Pod): number[] {
  const phases = ['Pending', 'Unknown', 'Running'];
  const created = Date.parse(pod.metadata.creationTimestamp ?? '');
  return [
    pod.spec.nodeName ? 1 : 0,
    phases.indexOf(pod.status?.phase ?? 'Pending'),
    isPodReady(pod) ? 1 : 0,
    Number(pod.metadata.annotations?.[DELETION_COST] ?? 0),
    -sumOfRestarts(pod),
    -created,
  ];
}

function sumOfRestarts(pod: Pod): number {
  return (pod.status?.containerStatuses ?? []).reduce(
    (sum, container) => sum + container.restartCount,
    0,
  );
}
