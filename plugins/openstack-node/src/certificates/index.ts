export * from './ClusterAdmin';
export * from './createClusterAdmin';
