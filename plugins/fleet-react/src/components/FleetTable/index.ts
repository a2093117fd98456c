export * from './FleetColumn';
export * from './FleetTable';
