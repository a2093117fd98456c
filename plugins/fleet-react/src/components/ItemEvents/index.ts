export * from './ItemEvents';
