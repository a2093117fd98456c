import { FieldRule } from './readFields';

/** What POST /clusters takes. */
export const CLUSTER_FIELDS: Record<string, FieldRule> = {
  name: {
    type: 'text',
    minimumLength: 1,
    maximumLength: 242,
    pattern: '^[a-zA-Z][a-zA-Z0-9_.-]*$',
  },
  cluster_template_id: { type: 'text', mandatory: true },
  keypair: { type: 'text' },
  node_count: { type: 'integer', minimum: 0 },
  master_count: { type: 'integer', minimum: 1 },
  flavor_id: { type: 'text' },
  master_flavor_id: { type: 'text' },
  docker_volume_size: { type: 'integer', minimum: 1 },
  labels: { type: 'labels' },
  merge_labels: { type: 'boolean' },
  create_timeout: { type: 'integer', minimum: 0 },
  discovery_url: { type: 'text' },
  fixed_network: { type: 'text' },
  fixed_subnet: { type: 'text' },
  floating_ip_enabled: { type: 'boolean' },
  master_lb_enabled: { type: 'boolean' },
};
