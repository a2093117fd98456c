import { FieldRule } from './readFields';

const TEXT: FieldRule = { type: 'text' };
const SWITCH: FieldRule = { type: 'boolean' };

/** What POST /clustertemplates takes. */
export const TEMPLATE_FIELDS: Record<string, FieldRule> = {
  name: { type: 'text', minimumLength: 1, maximumLength: 255 },
  coe: { type: 'text', oneOf: ['kubernetes', 'swarm', 'swarm-mode', 'mesos'] },
  image_id: { type: 'text', mandatory: true },
  flavor_id: TEXT,
  master_flavor_id: TEXT,
  dns_nameserver: TEXT,
  keypair_id: TEXT,
  external_network_id: TEXT,
  fixed_network: TEXT,
  fixed_subnet: TEXT,
  network_driver: TEXT,
  apiserver_port: { type: 'integer', minimum: 1024 },
  docker_volume_size: { type: 'integer', minimum: 1 },
  cluster_distro: TEXT,
  http_proxy: TEXT,
  https_proxy: TEXT,
  no_proxy: TEXT,
  volume_driver: TEXT,
  registry_enabled: SWITCH,
  labels: { type: 'labels' },
  tls_disabled: SWITCH,
  public: SWITCH,
  server_type: { type: 'text', oneOf: ['bm', 'vm'] },
  insecure_registry: TEXT,
  docker_storage_driver: TEXT,
  master_lb_enabled: SWITCH,
  floating_ip_enabled: SWITCH,
  hidden: SWITCH,
  tags: TEXT,
};
