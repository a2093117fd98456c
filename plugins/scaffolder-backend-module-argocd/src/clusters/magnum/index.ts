export * from './apiAddressOf';
export * from './checkClusterOwner';
export * from './CloudAccess';
export * from './findMagnumCluster';
