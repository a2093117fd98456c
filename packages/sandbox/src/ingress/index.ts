export { startIngress } from './startIngress';
export type { StartIngressOptions, IngressProxy } from './startIngress';
export type { IngressCluster } from './ClusterIngress';
export { lookup } from './lookup';
