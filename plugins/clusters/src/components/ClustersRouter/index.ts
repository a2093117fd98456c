export * from './ClustersRouter';
