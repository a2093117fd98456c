export * from './ClusterView';
