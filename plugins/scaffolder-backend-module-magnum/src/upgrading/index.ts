export * from './upgradeCluster';
export * from './Version';
