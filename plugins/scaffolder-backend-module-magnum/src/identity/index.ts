export * from './ClusterIdentity';
export * from './findMarked';
export * from './magnumTime';
