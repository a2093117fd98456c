export * from './ClusterById';
