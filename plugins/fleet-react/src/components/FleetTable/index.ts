export * from './FleetColumn';
export * from './FleetTable';
export * from './NewRows';
