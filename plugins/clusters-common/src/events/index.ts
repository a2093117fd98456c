export * from './clusterEvents';
