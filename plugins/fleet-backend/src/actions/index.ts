export * from './FleetActionsOptions';
export * from './registerActions';
