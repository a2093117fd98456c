export * from './readVersions';
export * from './upgradeCluster';
export * from './Version';
