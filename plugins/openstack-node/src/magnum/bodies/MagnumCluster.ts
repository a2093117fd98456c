/** A cluster, as `/clusters/detail` and `/clusters/{id}` have it. @public */
export interface MagnumCluster {
  /** Magnum's id of it. */
  uuid: string;
  /** Not unique in a project. */
  name: string;
  /** The template it was made after, or upgraded to. */
  cluster_template_id: string;
  /** For example `CREATE_IN_PROGRESS`; `null` for a moment after creation. */
  status: string | null;
  /** Magnum's words for the status, mostly in failure. */
  status_reason?: string | null;
  /** `HEALTHY`, `UNHEALTHY`, `UNKNOWN`; `null` until it is looked at. */
  health_status?: string | null;
  /** By what was looked at: `api`, and nodes or parts of the cluster. */
  health_status_reason?: Record<string, string> | null;
  /** Per node group, while the status is a failed one. */
  faults?: Record<string, string>;
  /** The key for SSH to the nodes. */
  keypair?: string | null;
  /** Workers. */
  node_count: number;
  /** Nodes of the control plane; an odd number. */
  master_count: number;
  /** Of the workers; id or name. */
  flavor_id?: string | null;
  /** Of the control plane; id or name. */
  master_flavor_id?: string | null;
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
  /** Minutes. */
  create_timeout?: number | null;
  /** Of the Kubernetes API; `null` until it is known. */
  api_address?: string | null;
  /** The version of Kubernetes, such as `v1.35.2`. */
  coe_version?: string | null;
  /** The version of the container runtime. */
  container_version?: string | null;
  /** Where the members of etcd find each other. */
  discovery_url?: string | null;
  /** Of the nodes. */
  node_addresses?: string[] | null;
  /** Of the nodes of the control plane. */
  master_addresses?: string[] | null;
  /** The network of the nodes; a new one when it is empty. */
  fixed_network?: string | null;
  /** The subnet of the nodes; a new one when it is empty. */
  fixed_subnet?: string | null;
  /** Whether nodes and API get addresses that are reachable from outside. */
  floating_ip_enabled?: boolean | null;
  /** Whether a load balancer stands before the control plane. */
  master_lb_enabled?: boolean | null;
  /** The project that it belongs to. */
  project_id?: string;
  /** Who made it. */
  user_id?: string;
  /** Until microversion 1.12. */
  stack_id?: string | null;
  /** Since microversion 1.13. */
  cluster_id?: string | null;
  /** With a time zone. */
  created_at?: string | null;
  /** With a time zone; `null` until something changed. */
  updated_at?: string | null;
}
