export * from './ClustersTable';
