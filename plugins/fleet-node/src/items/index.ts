export * from './engine';
export * from './FleetDomain';
export * from './Reader';
