export * from './ClusterDetails';
export * from './ClusterItem';
export * from './ClusterNodeGroup';
export * from './ClusterTemplateRef';
