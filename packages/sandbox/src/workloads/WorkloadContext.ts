import { Informer, KubernetesClient } from '../client';
import {
  Deployment,
  EndpointSlice,
  KeyedData,
  NodeObject,
  Pod,
  ReplicaSet,
  Service,
} from './types';

/** What a cluster holds, as far as workloads need it. */
export interface WorkloadCache {
  nodes: Informer<NodeObject>;
  pods: Informer<Pod>;
  replicaSets: Informer<ReplicaSet>;
  deployments: Informer<Deployment>;
  services: Informer<Service>;
  endpointSlices: Informer<EndpointSlice>;
  configMaps: Informer<KeyedData>;
  secrets: Informer<KeyedData>;
}

/** What every controller of a cluster's workloads gets. */
export interface WorkloadContext {
  client: KubernetesClient;
  cache: WorkloadCache;
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
}
