/** A cluster, as `/clusters/detail` and `/clusters/{id}` have it. @public */
export interface MagnumCluster {
  uuid: string;
  /** Not unique in a project. */
  name: string;
  cluster_template_id: string;
  /** For example `CREATE_IN_PROGRESS`; `null` for a moment after creation. */
  status: string | null;
  status_reason?: string | null;
  health_status?: string | null;
  health_status_reason?: Record<string, string> | null;
  /** Per node group, while the status is a failed one. */
  faults?: Record<string, string>;
  keypair?: string | null;
  node_count: number;
  master_count: number;
  flavor_id?: string | null;
  master_flavor_id?: string | null;
  docker_volume_size?: number | null;
  /** The set that counts. */
  labels?: Record<string, string> | null;
  merge_labels?: boolean;
  labels_overridden?: Record<string, string> | null;
  labels_added?: Record<string, string> | null;
  labels_skipped?: Record<string, string> | null;
  /** Minutes. */
  create_timeout?: number | null;
  api_address?: string | null;
  coe_version?: string | null;
  container_version?: string | null;
  discovery_url?: string | null;
  node_addresses?: string[] | null;
  master_addresses?: string[] | null;
  fixed_network?: string | null;
  fixed_subnet?: string | null;
  floating_ip_enabled?: boolean | null;
  master_lb_enabled?: boolean | null;
  project_id?: string;
  user_id?: string;
  /** Until microversion 1.12. */
  stack_id?: string | null;
  /** Since microversion 1.13. */
  cluster_id?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
}
