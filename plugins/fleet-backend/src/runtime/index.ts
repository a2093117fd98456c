export * from './Contributions';
export * from './createFleet';
export * from './eventLags';
