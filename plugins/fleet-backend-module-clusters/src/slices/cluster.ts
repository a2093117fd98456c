import {
  KubernetesObject,
  numberOf,
  textOf,
  valueAt,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { magnumTimeOf } from '../records';
import { flagAt } from './flagAt';
import { wordsOf } from './wordsOf';
import { wordsAt } from './wordsAt';

/** What is kept of a cluster of Magnum. Times are ISO. */
export interface ClusterSlice {
  /** Not unique. */
  name: string;
  project?: string;
  creator?: string;
  /** Id of its template. */
  template?: string;
  keypair?: string;
  nodeCount?: number;
  masterCount?: number;
  flavor?: string;
  masterFlavor?: string;
  labels: Record<string, string>;
  status?: string;
  statusReason?: string;
  /** Name of the node group to words. */
  faults: Record<string, string>;
  health?: string;
  healthReasons: Record<string, string>;
  /** URL of the API server. */
  server?: string;
  version?: string;
  /** Minutes; 0 stands for the default. */
  createTimeout?: number;
  createdAt?: string;
  updatedAt?: string;
  floatingIp?: boolean;
  loadBalancer?: boolean;
}

/** The slice of a record of kind Cluster. */
export function projectCluster(object: KubernetesObject): ClusterSlice {
  const body = valueAt(object, 'body');
  return {
    name: textOf(body, 'name') ?? textOf(object, 'metadata', 'name') ?? '',
    project: textOf(body, 'project_id'),
    creator: textOf(body, 'user_id'),
    template: textOf(body, 'cluster_template_id'),
    keypair: textOf(body, 'keypair'),
    nodeCount: numberOf(body, 'node_count'),
    masterCount: numberOf(body, 'master_count'),
    flavor: textOf(body, 'flavor_id'),
    masterFlavor: textOf(body, 'master_flavor_id'),
    labels: wordsOf(body, 'labels'),
    status: wordsAt(body, 'status')?.toUpperCase(),
    statusReason: wordsAt(body, 'status_reason'),
    faults: wordsOf(body, 'faults'),
    health: wordsAt(body, 'health_status')?.toUpperCase(),
    healthReasons: wordsOf(body, 'health_status_reason'),
    server: textOf(body, 'api_address'),
    version: textOf(body, 'coe_version'),
    createTimeout: numberOf(body, 'create_timeout'),
    createdAt: magnumTimeOf(body, 'created_at'),
    updatedAt: magnumTimeOf(body, 'updated_at'),
    floatingIp: flagAt(body, 'floating_ip_enabled'),
    loadBalancer: flagAt(body, 'master_lb_enabled'),
  };
}
