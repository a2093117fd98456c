export * from './EntityCluster';
