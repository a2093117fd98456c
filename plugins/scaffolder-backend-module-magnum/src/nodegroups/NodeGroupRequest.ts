/** How a node group shall be. What is absent stays as it is, or as Magnum has it. */
export interface NodeGroupRequest {
  name: string;
  nodeCount?: number;
  minNodeCount?: number;
  maxNodeCount?: number;
  role?: string;
  flavor?: string;
  labels?: Record<string, string>;
}
