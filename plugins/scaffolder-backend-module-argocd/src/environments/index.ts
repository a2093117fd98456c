export * from './checkNameIsFree';
export * from './findCluster';
export * from './readIngressAccess';
