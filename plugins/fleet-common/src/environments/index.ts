export * from './Environment';
export * from './isServiceName';
export * from './namespaceFor';
export * from './readEnvironments';
