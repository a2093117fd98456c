import { NodeObject, Pod, Taint } from '../types';
import { parseQuantity } from './parseQuantity';

/** Where a pod goes, or why nowhere, in the scheduler's words. */
export type Placement = { node: string } | { message: string };

const NOT_HELPFUL = 'Preemption is not helpful for scheduling';
const NO_VICTIMS = 'No preemption victims found for incoming pod';

/** Of the nodes that can take a pod, the one with the fewest. */
export function findNode(
  pod: Pod,
  nodes: NodeObject[],
  pods: Pod[],
): Placement {
  if (nodes.length === 0) {
    return { message: 'no nodes available to schedule pods' };
  }
  const looked = nodes
    .map(node => {
      const there = podsOn(node, pods);
      return { node, count: there.length, ...whyNot(pod, node, there) };
    })
    .sort((a, b) => a.count - b.count);
  const fitting = looked.find(({ reasons }) => reasons.length === 0);
  if (fitting) {
    return { node: fitting.node.metadata.name };
  }
  const reasons = tally(looked.flatMap(one => one.reasons));
  const preemption = tally(looked.map(one => one.preemption));
  const none = `0/${nodes.length} nodes are available`;
  return {
    message: `${none}: ${reasons}. preemption: ${none}: ${preemption}.`,
  };
}

function whyNot(pod: Pod, node: NodeObject, there: Pod[]) {
  const unhelpful = (reason: string) => ({
    reasons: [reason],
    preemption: NOT_HELPFUL,
  });
  if (node.spec?.unschedulable) {
    return unhelpful('node(s) were unschedulable');
  }
  const taint = node.spec?.taints?.find(one => repels(one, pod));
  if (taint) {
    const { key, value = '' } = taint;
    return unhelpful(`node(s) had untolerated taint {${key}: ${value}}`);
  }
  const labels = node.metadata.labels ?? {};
  const selector = Object.entries(pod.spec.nodeSelector ?? {});
  if (!selector.every(([key, value]) => labels[key] === value)) {
    return unhelpful("node(s) didn't match Pod's node affinity/selector");
  }
  const scarce = ['cpu', 'memory'].filter(
    resource =>
      [...there, pod].reduce((sum, p) => sum + requested(p, resource), 0) >
      parseQuantity(node.status?.allocatable?.[resource] ?? '0'),
  );
  return {
    reasons: scarce.map(resource => `Insufficient ${resource}`),
    preemption: NO_VICTIMS,
  };
}

function repels({ key, value = '', effect }: Taint, pod: Pod): boolean {
  const tolerated = (pod.spec.tolerations ?? []).some(
    toleration =>
      (!toleration.effect || toleration.effect === effect) &&
      (!toleration.key || toleration.key === key) &&
      (toleration.operator === 'Exists' || (toleration.value ?? '') === value),
  );
  return effect !== 'PreferNoSchedule' && !tolerated;
}

function podsOn(node: NodeObject, pods: Pod[]): Pod[] {
  return pods.filter(
    other =>
      other.spec.nodeName === node.metadata.name &&
      !['Succeeded', 'Failed'].includes(other.status?.phase ?? ''),
  );
}

function tally(reasons: string[]): string {
  const counts = new Map<string, number>();
  reasons.forEach(one => counts.set(one, (counts.get(one) ?? 0) + 1));
  return [...counts]
    .map(([reason, count]) => `${count} ${reason}`)
    .sort()
    .join(', ');
}

function requested(pod: Pod, resource: string): number {
  return pod.spec.containers.reduce(
    (sum, container) =>
      sum + parseQuantity(container.resources?.requests?.[resource] ?? '0'),
    0,
  );
}
