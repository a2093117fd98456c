export * from './FleetApi';
export * from './fleetApiRef';
export * from './useFleetApi';
