/** What clusters are made after. @public */
export interface MagnumClusterTemplate {
  /** Magnum's id of it. */
  uuid: string;
  /** Not unique in a project. */
  name: string;
  /** Always `kubernetes`. */
  coe: string;
  /** Of the nodes; id or name in Glance. */
  image_id: string;
  /** Where floating IPs come from; id or name. */
  external_network_id?: string | null;
  /** Of the workers; id or name. */
  flavor_id?: string | null;
  /** Of the control plane; id or name. */
  master_flavor_id?: string | null;
  /** The key for SSH to the nodes. */
  keypair_id?: string | null;
  /** Of the nodes. */
  dns_nameserver?: string | null;
  /** The network of the nodes; a new one when it is empty. */
  fixed_network?: string | null;
  /** The subnet of the nodes; a new one when it is empty. */
  fixed_subnet?: string | null;
  /** `flannel`, `calico` or `cilium`. */
  network_driver?: string | null;
  /** `cinder`, for persistent volumes. */
  volume_driver?: string | null;
  /** For example `overlay2`. */
  docker_storage_driver?: string | null;
  /** GB of a volume for containers on each node. */
  docker_volume_size?: number | null;
  /** `vm` or `bm`. */
  server_type?: string | null;
  /** Whether a load balancer stands before the control plane. */
  master_lb_enabled?: boolean;
  /** Whether nodes and API get addresses that are reachable from outside. */
  floating_ip_enabled?: boolean;
  /** Of the nodes. */
  http_proxy?: string | null;
  /** Of the nodes. */
  https_proxy?: string | null;
  /** What is reached without a proxy. */
  no_proxy?: string | null;
  /** Whether clusters get a registry of their own. */
  registry_enabled?: boolean;
  /** A registry that is spoken to without TLS. */
  insecure_registry?: string | null;
  /** Whether the Kubernetes API is without TLS. */
  tls_disabled?: boolean;
  /** Whether all projects see it. */
  public?: boolean;
  /** Whether only administrators of the cloud see it. */
  hidden?: boolean;
  /** Separated by commas. */
  tags?: string | null;
  /** Settings of the driver. */
  labels?: Record<string, string> | null;
  /** Of the Kubernetes API. */
  apiserver_port?: number | null;
  /** The image's `os_distro`, which picks the driver. */
  cluster_distro?: string | null;
  /** What makes the clusters, where Magnum says so. */
  driver?: string | null;
  /** The project that it belongs to. */
  project_id?: string;
  /** Who made it. */
  user_id?: string;
  /** With a time zone. */
  created_at?: string | null;
  /** With a time zone; `null` until something changed. */
  updated_at?: string | null;
}

/** What `POST /clustertemplates` takes. @public */
export type CreateClusterTemplateBody = Omit<
  MagnumClusterTemplate,
  | 'uuid'
  | 'cluster_distro'
  | 'project_id'
  | 'user_id'
  | 'created_at'
  | 'updated_at'
>;
