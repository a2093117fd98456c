export * from './clusterEvents';
export * from './readClusterEvent';
