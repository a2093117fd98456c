export * from './resizeCluster';
