export { startWorkloads } from './startWorkloads';
export type { StartWorkloadsOptions, Workloads } from './startWorkloads';
export { PodNetwork } from './network/PodNetwork';
export type { Image, Images } from './kubelet/Images';
export type { NodePlan } from './scheduling/NodePlan';
export type { Taint } from './types';
export type { PodLogRequest } from './logs/PodLogStore';
export type { EndpointSlice, Endpoint, Service } from './types';
