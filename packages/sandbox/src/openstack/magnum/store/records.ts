/** A server of a node group. */
export interface NodeRecord {
  id: string;
  name: string;
  address: string;
}

export interface NodeGroupRecord {
  id: number;
  uuid: string;
  name: string;
  role: string;
  flavorId: string;
  imageId: string;
  dockerVolumeSize?: number;
  labels: Record<string, string>;
  nodeCount: number;
  minNodeCount: number;
  maxNodeCount?: number;
  isDefault: boolean;
  stackId?: string;
  stackName: string;
  nodes: NodeRecord[];
  nodeLabels: Record<string, string>;
  nodeTaints: string[];
  status: string;
  statusReason?: string;
  createdAt: string;
  updatedAt?: string;
}

/** Something that the conductor does to a cluster until `dueAt`. */
export interface Operation {
  kind:
    | 'create'
    | 'resize'
    | 'upgrade'
    | 'create-group'
    | 'delete-group'
    | 'rotate-ca'
    | 'rotate-credential'
    | 'delete';
  dueAt: string;
  /** Uuid of the node group it is about. */
  group?: string;
  /** For `upgrade`. */
  version?: string;
  /** For `rotate-ca`: of the CA to come. */
  caGeneration?: number;
  /** For `resize`: ids, names or addresses of servers to begin with. */
  nodesToRemove?: string[];
}

export interface ClusterRecord {
  id: number;
  uuid: string;
  name: string;
  projectId: string;
  userId: string;
  templateId: string;
  keypair?: string;
  dockerVolumeSize?: number;
  labels: Record<string, string>;
  createTimeout: number;
  discoveryUrl?: string;
  fixedNetwork?: string;
  fixedSubnet?: string;
  floatingIpEnabled: boolean;
  masterLbEnabled: boolean;
  stackId?: string;
  status: string;
  statusReason?: string;
  healthStatus?: string;
  healthReason: Record<string, string>;
  apiAddress?: string;
  version?: string;
  createdAt: string;
  updatedAt?: string;
  /** Not to be read before. */
  visibleAt: string;
  /** It was asked for with an application credential. */
  delegated: boolean;
  /** It was there before Magnum knew of it; whoever adopted it keeps it. */
  adopted: boolean;
  /** How often its CA was renewed. */
  caGeneration: number;
  groups: NodeGroupRecord[];
  operations: Operation[];
}

export interface TemplateRecord {
  id: number;
  uuid: string;
  name: string;
  projectId: string;
  userId: string;
  createdAt: string;
  updatedAt?: string;
  /** The other fields as the API has them. */
  fields: TemplateFields;
}

export interface TemplateFields {
  coe: string;
  image_id: string;
  flavor_id: string | null;
  master_flavor_id: string | null;
  dns_nameserver: string | null;
  keypair_id: string | null;
  external_network_id: string | null;
  fixed_network: string | null;
  fixed_subnet: string | null;
  network_driver: string;
  apiserver_port: number | null;
  docker_volume_size: number | null;
  cluster_distro: string;
  http_proxy: string | null;
  https_proxy: string | null;
  no_proxy: string | null;
  volume_driver: string | null;
  registry_enabled: boolean;
  labels: Record<string, string> | null;
  tls_disabled: boolean;
  public: boolean;
  server_type: string;
  insecure_registry: string | null;
  docker_storage_driver: string | null;
  master_lb_enabled: boolean;
  floating_ip_enabled: boolean;
  hidden: boolean;
  tags: string | null;
}

export interface QuotaRecord {
  id: number;
  projectId: string;
  hardLimit: number;
  createdAt: string;
  updatedAt?: string;
}
