export * from './applyMigrations';
export * from './DatabaseFleetStore';
export * from './FleetStore';
export * from './ItemHistory';
export * from './projectionVersion';
export * from './StoreQueue';
export * from './StoreWriter';
