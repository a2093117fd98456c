export * from './fleetPermissions';
export * from './permissions';
