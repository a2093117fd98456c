/** What `POST /clusters` takes. @public */
export interface CreateClusterBody {
  name: string;
  /** Its uuid or name. */
  cluster_template_id: string;
  keypair?: string;
  node_count?: number;
  master_count?: number;
  flavor_id?: string;
  master_flavor_id?: string;
  docker_volume_size?: number;
  labels?: Record<string, string>;
  /** Without it the labels replace those of the template. */
  merge_labels?: boolean;
  /** Minutes. */
  create_timeout?: number;
  fixed_network?: string;
  fixed_subnet?: string;
  floating_ip_enabled?: boolean;
  master_lb_enabled?: boolean;
  discovery_url?: string;
}
