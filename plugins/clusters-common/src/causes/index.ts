export * from './ClusterCause';
export * from './clusterCauses';
