export * from './FleetDomain';
export * from './Reader';
