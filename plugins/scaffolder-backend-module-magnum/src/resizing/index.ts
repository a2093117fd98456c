export * from './findWorkers';
export * from './resizeCluster';
