export * from './DetailFilter';
export * from './FleetFilters';
export * from './WordFilter';
