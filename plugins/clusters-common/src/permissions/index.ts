export * from './clusterPermissions';
