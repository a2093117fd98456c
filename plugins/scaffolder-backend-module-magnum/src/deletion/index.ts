export * from './deleteCluster';
