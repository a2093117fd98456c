export * from './apiAddressOf';
export * from './checkClusterOwner';
export * from './checkProvisionable';
export * from './CloudAccess';
export * from './findMagnumCluster';
