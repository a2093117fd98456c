export * from './ClustersView';
