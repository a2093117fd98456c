/** What clusters are made after. @public */
export interface MagnumClusterTemplate {
  uuid: string;
  /** Not unique in a project. */
  name: string;
  coe: string;
  image_id: string;
  external_network_id?: string | null;
  flavor_id?: string | null;
  master_flavor_id?: string | null;
  keypair_id?: string | null;
  dns_nameserver?: string | null;
  fixed_network?: string | null;
  fixed_subnet?: string | null;
  network_driver?: string | null;
  volume_driver?: string | null;
  docker_storage_driver?: string | null;
  docker_volume_size?: number | null;
  server_type?: string | null;
  master_lb_enabled?: boolean;
  floating_ip_enabled?: boolean;
  http_proxy?: string | null;
  https_proxy?: string | null;
  no_proxy?: string | null;
  registry_enabled?: boolean;
  insecure_registry?: string | null;
  tls_disabled?: boolean;
  public?: boolean;
  hidden?: boolean;
  tags?: string | null;
  labels?: Record<string, string> | null;
  apiserver_port?: number | null;
  cluster_distro?: string | null;
  driver?: string | null;
  project_id?: string;
  user_id?: string;
  created_at?: string | null;
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
