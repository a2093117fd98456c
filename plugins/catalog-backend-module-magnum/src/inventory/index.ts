export * from './CloudCluster';
export * from './Inventory';
