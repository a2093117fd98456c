export * from './FleetClient';
export * from './FleetRequestOptions';
