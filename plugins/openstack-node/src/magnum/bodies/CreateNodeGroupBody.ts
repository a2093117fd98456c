import { MagnumNodeTaint } from './MagnumNodeGroup';

/** What `POST /clusters/{id}/nodegroups` takes. @public */
export interface CreateNodeGroupBody {
  name: string;
  node_count?: number;
  min_node_count?: number;
  max_node_count?: number;
  role?: string;
  flavor_id?: string;
  image_id?: string;
  docker_volume_size?: number;
  labels?: Record<string, string>;
  merge_labels?: boolean;
  /** Needs microversion 1.14. */
  node_labels?: Record<string, string>;
  /** Needs microversion 1.14. */
  node_taints?: MagnumNodeTaint[];
}
