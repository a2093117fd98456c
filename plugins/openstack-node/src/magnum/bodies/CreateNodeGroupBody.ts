import { MagnumNodeTaint } from './MagnumNodeGroup';

/** What `POST /clusters/{id}/nodegroups` takes. @public */
export interface CreateNodeGroupBody {
  /** Unique in the cluster. */
  name: string;
  /** Default: 1; 0 needs microversion 1.10. */
  node_count?: number;
  /** Default: 0. */
  min_node_count?: number;
  /** The autoscaler does not go above it; `null` when nobody said. */
  max_node_count?: number;
  /** Default: `worker`. */
  role?: string;
  /** Default: the cluster's. */
  flavor_id?: string;
  /** Default: the template's. */
  image_id?: string;
  /** GB. Default: the cluster's. */
  docker_volume_size?: number;
  /** Default: the cluster's. */
  labels?: Record<string, string>;
  /** Without it the labels replace those of the cluster. */
  merge_labels?: boolean;
  /** Needs microversion 1.14. */
  node_labels?: Record<string, string>;
  /** Needs microversion 1.14. */
  node_taints?: MagnumNodeTaint[];
}
