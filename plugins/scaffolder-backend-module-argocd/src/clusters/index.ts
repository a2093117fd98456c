export * from './magnum';
export * from './registerCluster';
export * from './unregisterCluster';
