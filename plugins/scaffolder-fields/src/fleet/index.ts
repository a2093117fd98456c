export * from './KnownCluster';
export * from './useKnownClusters';
