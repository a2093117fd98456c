import { Taint } from '../types';

/** A node that this machine plays. */
export interface NodePlan {
  name: string;
  role: 'control-plane' | 'worker';
  /** Besides those that every node has. */
  labels?: Record<string, string>;
  /** Besides the one that keeps pods off the control plane. */
  taints?: Taint[];
}
