import { FieldRule } from './readFields';

/** What POST .../nodegroups takes. */
export const NODE_GROUP_FIELDS: Record<string, FieldRule> = {
  name: { type: 'text' },
  node_count: { type: 'integer', minimum: 0 },
  min_node_count: { type: 'integer', minimum: 0 },
  max_node_count: { type: 'integer' },
  role: { type: 'text' },
  flavor_id: { type: 'text' },
  image_id: { type: 'text' },
  docker_volume_size: { type: 'integer', minimum: 1 },
  labels: { type: 'labels' },
  merge_labels: { type: 'boolean' },
  node_labels: { type: 'labels' },
  node_taints: { type: 'list' },
};
