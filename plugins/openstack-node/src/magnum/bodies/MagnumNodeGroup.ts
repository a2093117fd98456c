/** A node group of a cluster. @public */
export interface MagnumNodeGroup {
  uuid: string;
  name: string;
  cluster_id?: string;
  project_id?: string;
  role: string;
  is_default?: boolean;
  node_count: number;
  min_node_count?: number | null;
  max_node_count?: number | null;
  flavor_id?: string | null;
  image_id?: string | null;
  docker_volume_size?: number | null;
  labels?: Record<string, string> | null;
  merge_labels?: boolean;
  labels_overridden?: Record<string, string> | null;
  labels_added?: Record<string, string> | null;
  labels_skipped?: Record<string, string> | null;
  /** Since microversion 1.14. */
  node_labels?: Record<string, string> | null;
  /** Since microversion 1.14. */
  node_taints?: MagnumNodeTaint[] | null;
  node_addresses?: string[] | null;
  status?: string | null;
  status_reason?: string | null;
  version?: string | null;
  stack_id?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
}

/** A taint that the nodes of a group get. @public */
export interface MagnumNodeTaint {
  key: string;
  value?: string;
  effect: string;
}
