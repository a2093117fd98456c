export * from './FleetPage';
export * from './FleetQuery';
export * from './useFleetIncidents';
export * from './useFleetItem';
export * from './useFleetItems';
export * from './useFleetQuery';
export * from './useFleetSources';
export * from './useGrouping';
