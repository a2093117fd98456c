export * from './deleteNodeGroup';
export * from './ensureNodeGroup';
export * from './NodeGroupRequest';
