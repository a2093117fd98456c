export * from './FleetApi';
export * from './fleetApiOf';
export * from './fleetApiRef';
export * from './useFleetApi';
