import os from 'node:os';
import { NodeObject, Taint } from '../types';
import { NodePlan } from './NodePlan';

const ROLE = 'node-role.kubernetes.io';

/** The labels that a node shall have. */
export function nodeLabels({ name, role, labels }: NodePlan) {
  return {
    ...labels,
    'kubernetes.io/hostname': name,
    'kubernetes.io/os': 'linux',
    'kubernetes.io/arch': architecture(),
    [`${ROLE}/${role}`]: '',
  };
}

/** The taints that a node shall have; those that are there and no plan's stay. */
export function nodeTaints({ role, taints = [] }: NodePlan): Taint[] {
  return role === 'control-plane'
    ? [{ key: `${ROLE}/control-plane`, effect: 'NoSchedule' }, ...taints]
    : taints;
}

export function nodeObject(plan: NodePlan): NodeObject {
  const taints = nodeTaints(plan);
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: plan.name, labels: nodeLabels(plan) },
    spec: taints.length ? { taints } : {},
  };
}

export function architecture(): string {
  return os.arch() === 'x64' ? 'amd64' : os.arch();
}
