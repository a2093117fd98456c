/** What `POST /clusters` takes. @public */
export interface CreateClusterBody {
  /** A letter, then letters, digits, `_`, `.` and `-`; not unique. */
  name: string;
  /** Its uuid or name. */
  cluster_template_id: string;
  /** Default: the template's. */
  keypair?: string;
  /** Default: 1; 0 needs microversion 1.10. */
  node_count?: number;
  /** Default: 1; more need a load balancer. */
  master_count?: number;
  /** Default: the template's. */
  flavor_id?: string;
  /** Default: the template's. */
  master_flavor_id?: string;
  /** GB. Default: the template's. */
  docker_volume_size?: number;
  /** Default: the template's. */
  labels?: Record<string, string>;
  /** Without it the labels replace those of the template. */
  merge_labels?: boolean;
  /** Minutes. */
  create_timeout?: number;
  /** Default: the template's, or a new one. */
  fixed_network?: string;
  /** Default: the template's, or a new one. */
  fixed_subnet?: string;
  /** Default: the template's. */
  floating_ip_enabled?: boolean;
  /** Default: the template's. */
  master_lb_enabled?: boolean;
  /** Default: Magnum asks for one. */
  discovery_url?: string;
}
