export * from './WatchedFleetDirectory';
