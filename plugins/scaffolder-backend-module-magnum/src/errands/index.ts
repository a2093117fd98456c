export * from './authorizeCluster';
export * from './Errand';
export * from './findCluster';
export * from './openCluster';
export * from './patiently';
export * from './requireCluster';
export * from './startErrand';
export * from './TaskContext';
