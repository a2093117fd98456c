export * from './authorizeTask';
export * from './Errand';
export * from './findCluster';
export * from './isAnswerLost';
export * from './openCluster';
export * from './patiently';
export * from './requireCluster';
export * from './startErrand';
