import { NodeObject, Pod } from '../types';
import { parseQuantity } from './parseQuantity';

const NOT_HELPFUL =
  'preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.';
const NO_VICTIMS =
  'preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.';

/** Why the one node cannot take a pod, in the scheduler's words. */
export function whyNotFit(
  pod: Pod,
  node: NodeObject | undefined,
  pods: Pod[],
): string | undefined {
  if (!node) {
    return 'no nodes available to schedule pods';
  }
  if (node.spec?.unschedulable) {
    return refusal('1 node(s) were unschedulable', NOT_HELPFUL);
  }
  const labels = node.metadata.labels ?? {};
  const selector = Object.entries(pod.spec.nodeSelector ?? {});
  if (!selector.every(([key, value]) => labels[key] === value)) {
    return refusal(
      "1 node(s) didn't match Pod's node affinity/selector",
      NOT_HELPFUL,
    );
  }
  const there = pods.filter(
    other =>
      other.spec.nodeName === node.metadata.name &&
      !['Succeeded', 'Failed'].includes(other.status?.phase ?? ''),
  );
  const scarce = ['cpu', 'memory'].filter(
    resource =>
      [...there, pod].reduce((sum, p) => sum + requested(p, resource), 0) >
      parseQuantity(node.status?.allocatable?.[resource] ?? '0'),
  );
  return scarce.length
    ? refusal(
        scarce.map(resource => `1 Insufficient ${resource}`).join(', '),
        NO_VICTIMS,
      )
    : undefined;
}

function refusal(why: string, preemption: string): string {
  return `0/1 nodes are available: ${why}. ${preemption}`;
}

function requested(pod: Pod, resource: string): number {
  return pod.spec.containers.reduce(
    (sum, container) =>
      sum + parseQuantity(container.resources?.requests?.[resource] ?? '0'),
    0,
  );
}
