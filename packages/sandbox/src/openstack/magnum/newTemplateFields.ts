import { TemplateFields } from './store/records';

const DEFAULTS: Omit<TemplateFields, 'image_id'> = {
  coe: 'kubernetes',
  flavor_id: null,
  master_flavor_id: null,
  dns_nameserver: null,
  keypair_id: null,
  external_network_id: null,
  fixed_network: null,
  fixed_subnet: null,
  network_driver: 'flannel',
  apiserver_port: null,
  docker_volume_size: null,
  cluster_distro: 'fedora-coreos',
  http_proxy: null,
  https_proxy: null,
  no_proxy: null,
  volume_driver: null,
  registry_enabled: false,
  labels: null,
  tls_disabled: false,
  public: false,
  server_type: 'vm',
  insecure_registry: null,
  docker_storage_driver: null,
  master_lb_enabled: false,
  floating_ip_enabled: true,
  hidden: false,
  tags: null,
};

/** A template's fields, with what Magnum takes where nothing is said. */
export function newTemplateFields(
  given: Partial<TemplateFields>,
): TemplateFields {
  return { ...DEFAULTS, image_id: '', ...given };
}
