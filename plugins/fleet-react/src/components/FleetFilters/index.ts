export * from './FleetFilters';
export * from './WordFilter';
