/** A node group of a cluster. @public */
export interface MagnumNodeGroup {
  /** Magnum's id of it. */
  uuid: string;
  /** Unique in the cluster. */
  name: string;
  /** The uuid of the cluster. */
  cluster_id?: string;
  /** The project that it belongs to. */
  project_id?: string;
  /** `master`, `worker`, or one of its own. */
  role: string;
  /** Whether it came with the cluster. */
  is_default?: boolean;
  /** As wanted. */
  node_count: number;
  /** The autoscaler does not go below it. */
  min_node_count?: number | null;
  /** The autoscaler does not go above it; `null` when nobody said. */
  max_node_count?: number | null;
  /** Id or name. */
  flavor_id?: string | null;
  /** Of the nodes; id or name in Glance. */
  image_id?: string | null;
  /** GB of a volume for containers on each node. */
  docker_volume_size?: number | null;
  /** The set that counts. */
  labels?: Record<string, string> | null;
  /** Whether the labels were given in addition to those above. */
  merge_labels?: boolean;
  /** What the level above had under the same keys. */
  labels_overridden?: Record<string, string> | null;
  /** What was given in addition to the level above. */
  labels_added?: Record<string, string> | null;
  /** What the level above had and is not taken over. */
  labels_skipped?: Record<string, string> | null;
  /** Since microversion 1.14. */
  node_labels?: Record<string, string> | null;
  /** Since microversion 1.14. */
  node_taints?: MagnumNodeTaint[] | null;
  /** Of the nodes. */
  node_addresses?: string[] | null;
  /** Like that of a cluster. */
  status?: string | null;
  /** Magnum's words for the status, mostly in failure. */
  status_reason?: string | null;
  /** Of Kubernetes, where the driver says so. */
  version?: string | null;
  /** Of Heat. */
  stack_id?: string | null;
  /** With a time zone. */
  created_at?: string | null;
  /** With a time zone; `null` until something changed. */
  updated_at?: string | null;
}

/** A taint that the nodes of a group get. @public */
export interface MagnumNodeTaint {
  /** Of the taint. */
  key: string;
  /** Of the taint. */
  value?: string;
  /** `NoSchedule`, `PreferNoSchedule` or `NoExecute`. */
  effect: string;
}
