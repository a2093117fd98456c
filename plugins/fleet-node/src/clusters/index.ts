export * from './ClusterClient';
export * from './ClusterDefinition';
export * from './ClusterSource';
