export * from './Checkpoint';
export * from './ensureCluster';
export * from './Order';
export * from './Turns';
