export * from './fleetItemConditions';
export * from './fleetPermissions';
export * from './permissions';
