import {
  KubernetesObject,
  numberOf,
  textOf,
  valueAt,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { magnumTimeOf } from '../records';
import { flagAt } from './flagAt';
import { wordsAt } from './wordsAt';

/** What is kept of a node group. Times are ISO. */
export interface NodeGroupSlice {
  /** Id of its cluster. */
  cluster: string;
  name: string;
  role: string;
  isDefault: boolean;
  nodeCount?: number;
  minNodeCount?: number;
  maxNodeCount?: number;
  flavor?: string;
  image?: string;
  /** Label of the version. */
  kubeTag?: string;
  status?: string;
  statusReason?: string;
  createdAt?: string;
  updatedAt?: string;
}

/** The slice of a record of kind NodeGroup. */
export function projectNodeGroup(object: KubernetesObject): NodeGroupSlice {
  const body = valueAt(object, 'body');
  const name = textOf(body, 'name') ?? textOf(object, 'metadata', 'name') ?? '';
  return {
    cluster: textOf(body, 'cluster_id') ?? '',
    name,
    role: textOf(body, 'role') ?? 'worker',
    isDefault: flagAt(body, 'is_default') ?? /^default-/.test(name),
    nodeCount: numberOf(body, 'node_count'),
    minNodeCount: numberOf(body, 'min_node_count'),
    maxNodeCount: numberOf(body, 'max_node_count'),
    flavor: textOf(body, 'flavor_id'),
    image: textOf(body, 'image_id'),
    kubeTag: textOf(body, 'labels', 'kube_tag'),
    status: wordsAt(body, 'status')?.toUpperCase(),
    statusReason: wordsAt(body, 'status_reason'),
    createdAt: magnumTimeOf(body, 'created_at'),
    updatedAt: magnumTimeOf(body, 'updated_at'),
  };
}
