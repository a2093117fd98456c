import { Taint } from '../types';

/** A node that this machine plays. */
export interface NodePlan {
  name: string;
  /** Its role label; `control-plane` keeps pods off. */
  role: string;
  /** Besides those that every node has. */
  labels?: Record<string, string>;
  /** Besides the one that keeps pods off the control plane. */
  taints?: Taint[];
}
