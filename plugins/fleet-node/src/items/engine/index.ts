export * from './EngineInput';
export * from './EngineOutput';
export * from './failedItem';
export * from './FleetEngine';
export * from './ItemDetail';
export * from './RememberedItem';
