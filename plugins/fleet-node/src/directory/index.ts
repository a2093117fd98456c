export * from './FleetDirectory';
export * from './fleetDirectoryServiceRef';
